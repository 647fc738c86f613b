-- Everything Daylight keeps. Instants are whole microseconds since 1970-01-01T00:00:00Z; every personal row is keyed by citizen
-- first. Beside what finds a personal row there is only `sealed`, under the citizen's key, and where the row's leaf stands in
-- which log. Tables are append-only: the triggers at the end refuse UPDATE and DELETE.

-- The writer's own mark, not a record: no write is recorded before it, so a clock that goes back cannot reorder time.
CREATE TABLE recording (
    only        INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    recorded_at INTEGER NOT NULL
) STRICT;
INSERT INTO recording (only, recorded_at) VALUES (1, 0);

-- The tamper-evident log: one for each process that writes here, named by its origin.
CREATE TABLE log_origin (
    log    INTEGER NOT NULL PRIMARY KEY CHECK (log >= 1),
    origin TEXT    NOT NULL UNIQUE,
    key    TEXT    NOT NULL
) STRICT;

-- The leaves; their hashes are computed when they are read, so that there is nothing here that could contradict them.
CREATE TABLE log_entry (
    log      INTEGER NOT NULL REFERENCES log_origin (log),
    position INTEGER NOT NULL CHECK (position >= 0),
    entry    BLOB    NOT NULL,
    PRIMARY KEY (log, position)
) STRICT, WITHOUT ROWID;

-- Levels 1 and up of the tiles: each hash is the root of a full tile of the level below.
CREATE TABLE log_hash (
    log      INTEGER NOT NULL REFERENCES log_origin (log),
    level    INTEGER NOT NULL CHECK (level >= 1),
    position INTEGER NOT NULL CHECK (position >= 0),
    hash     BLOB    NOT NULL,
    PRIMARY KEY (log, level, position)
) STRICT, WITHOUT ROWID;

-- Signed in the same transaction as the leaves it is the first to cover.
CREATE TABLE log_checkpoint (
    log       INTEGER NOT NULL REFERENCES log_origin (log),
    size      INTEGER NOT NULL CHECK (size >= 0),
    root      BLOB    NOT NULL,
    signature BLOB    NOT NULL,
    signed_at INTEGER NOT NULL,
    PRIMARY KEY (log, size)
) STRICT, WITHOUT ROWID;

-- The index key wrapped by each master key that may be in use: one, or two while a rotation is under way.
CREATE TABLE master_key (
    version    INTEGER NOT NULL PRIMARY KEY CHECK (version >= 1),
    index_key  BLOB    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- A citizen's keys; the highest version seals. `wrapped` by the master key of that version; NULL once destroyed, and then what
-- it sealed can never be read again.
CREATE TABLE citizen_key (
    citizen      TEXT    NOT NULL,
    version      INTEGER NOT NULL CHECK (version >= 1),
    master       INTEGER NOT NULL,
    wrapped      BLOB,
    created_at   INTEGER NOT NULL,
    destroyed_at INTEGER,
    PRIMARY KEY (citizen, version),
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
    hash        TEXT    NOT NULL PRIMARY KEY,
    scheme      TEXT    NOT NULL,
    recorded_at INTEGER NOT NULL,
    archive     BLOB    NOT NULL
) STRICT;

-- Which revision of a scheme went live when; the highest position is the live one.
CREATE TABLE publication (
    position INTEGER NOT NULL PRIMARY KEY,
    scheme   TEXT    NOT NULL,
    hash     TEXT    NOT NULL REFERENCES revision (hash),
    live_at  INTEGER NOT NULL,
    salt     BLOB    NOT NULL,
    log      INTEGER NOT NULL REFERENCES log_origin (log),
    leaf     INTEGER NOT NULL
) STRICT;

-- The highest position of a citizen and scheme says whether the citizen is enrolled. Sealed: notice, lawful basis.
CREATE TABLE enrolment (
    citizen     TEXT    NOT NULL,
    scheme      TEXT    NOT NULL,
    position    INTEGER NOT NULL CHECK (position >= 1),
    action      TEXT    NOT NULL CHECK (action IN ('ENROLLED', 'WITHDRAWN')),
    revision    TEXT,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT    NOT NULL,
    key_version INTEGER NOT NULL,
    sealed      BLOB    NOT NULL,
    log         INTEGER NOT NULL REFERENCES log_origin (log),
    leaf        INTEGER NOT NULL,
    PRIMARY KEY (citizen, scheme, position)
) STRICT, WITHOUT ROWID;

-- Sealed: type, source, id, data. Statements stand in the order in which they come: in a tree of their citizens each one would
-- rewrite and split pages somewhere in the file, and the write-ahead log would take half as much again for each.
CREATE TABLE statement (
    citizen     TEXT    NOT NULL,
    scheme      TEXT    NOT NULL,
    position    INTEGER NOT NULL CHECK (position >= 1),
    kind        TEXT    NOT NULL CHECK (kind IN ('EVENT', 'FACT', 'RETRACTION')),
    valid_at    INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT    NOT NULL,
    revision    TEXT    NOT NULL,
    key_version INTEGER NOT NULL,
    sealed      BLOB    NOT NULL,
    log         INTEGER NOT NULL REFERENCES log_origin (log),
    leaf        INTEGER NOT NULL,
    PRIMARY KEY (citizen, scheme, position)
) STRICT;

-- Events within the look-back are read without touching those outside it.
CREATE INDEX statement_by_time ON statement (citizen, scheme, kind, valid_at);

-- The idempotency key, of which only its HMAC-SHA-256 under the index key is kept, cut to 16 bytes.
CREATE TABLE statement_key (
    hmac     BLOB    NOT NULL PRIMARY KEY,
    citizen  TEXT    NOT NULL,
    scheme   TEXT    NOT NULL,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A decision knew exactly the statements with position <= dossier_position and the enrolment at enrolment_position. Sealed: the
-- question, what was disclosed, the assessment.
CREATE TABLE decision (
    citizen            TEXT    NOT NULL,
    id                 TEXT    NOT NULL,
    scheme             TEXT    NOT NULL,
    revision           TEXT    NOT NULL,
    as_of              INTEGER NOT NULL,
    known_at           INTEGER NOT NULL,
    dossier_position   INTEGER NOT NULL CHECK (dossier_position >= 0),
    enrolment_position INTEGER NOT NULL CHECK (enrolment_position >= 0),
    recorded_at        INTEGER NOT NULL,
    recorded_by        TEXT    NOT NULL,
    key_version        INTEGER NOT NULL,
    sealed             BLOB    NOT NULL,
    log                INTEGER NOT NULL REFERENCES log_origin (log),
    leaf               INTEGER NOT NULL,
    PRIMARY KEY (citizen, id)
) STRICT;

CREATE INDEX decision_by_id ON decision (id);

-- The order in which decisions were committed.
CREATE INDEX decision_by_leaf ON decision (log, leaf);

-- Decisions are found by ranges of time.
CREATE INDEX decision_by_time ON decision (log, recorded_at, leaf);

-- That a citizen's keys were destroyed, and when; it says nothing of what they had sealed.
CREATE TABLE erasure (
    citizen     TEXT    NOT NULL,
    position    INTEGER NOT NULL CHECK (position >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT    NOT NULL,
    salt        BLOB    NOT NULL,
    log         INTEGER NOT NULL REFERENCES log_origin (log),
    leaf        INTEGER NOT NULL,
    PRIMARY KEY (citizen, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER revision_keeps_rows BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'revision is append-only'); END;
CREATE TRIGGER revision_keeps_values BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'revision is append-only'); END;

CREATE TRIGGER publication_keeps_rows BEFORE DELETE ON publication
BEGIN SELECT RAISE(ABORT, 'publication is append-only'); END;
CREATE TRIGGER publication_keeps_values BEFORE UPDATE ON publication
BEGIN SELECT RAISE(ABORT, 'publication is append-only'); END;

CREATE TRIGGER enrolment_keeps_rows BEFORE DELETE ON enrolment
BEGIN SELECT RAISE(ABORT, 'enrolment is append-only'); END;
CREATE TRIGGER enrolment_keeps_values BEFORE UPDATE ON enrolment
BEGIN SELECT RAISE(ABORT, 'enrolment is append-only'); END;

CREATE TRIGGER statement_keeps_rows BEFORE DELETE ON statement
BEGIN SELECT RAISE(ABORT, 'statement is append-only'); END;
CREATE TRIGGER statement_keeps_values BEFORE UPDATE ON statement
BEGIN SELECT RAISE(ABORT, 'statement is append-only'); END;

CREATE TRIGGER statement_key_keeps_rows BEFORE DELETE ON statement_key
BEGIN SELECT RAISE(ABORT, 'statement_key is append-only'); END;
CREATE TRIGGER statement_key_keeps_values BEFORE UPDATE ON statement_key
BEGIN SELECT RAISE(ABORT, 'statement_key is append-only'); END;

CREATE TRIGGER decision_keeps_rows BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END;
CREATE TRIGGER decision_keeps_values BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END;

CREATE TRIGGER erasure_keeps_rows BEFORE DELETE ON erasure
BEGIN SELECT RAISE(ABORT, 'erasure is append-only'); END;
CREATE TRIGGER erasure_keeps_values BEFORE UPDATE ON erasure
BEGIN SELECT RAISE(ABORT, 'erasure is append-only'); END;

CREATE TRIGGER log_origin_keeps_rows BEFORE DELETE ON log_origin
BEGIN SELECT RAISE(ABORT, 'log_origin is append-only'); END;
CREATE TRIGGER log_origin_keeps_values BEFORE UPDATE ON log_origin
BEGIN SELECT RAISE(ABORT, 'log_origin is append-only'); END;

CREATE TRIGGER log_entry_keeps_rows BEFORE DELETE ON log_entry
BEGIN SELECT RAISE(ABORT, 'log_entry is append-only'); END;
CREATE TRIGGER log_entry_keeps_values BEFORE UPDATE ON log_entry
BEGIN SELECT RAISE(ABORT, 'log_entry is append-only'); END;

CREATE TRIGGER log_hash_keeps_rows BEFORE DELETE ON log_hash
BEGIN SELECT RAISE(ABORT, 'log_hash is append-only'); END;
CREATE TRIGGER log_hash_keeps_values BEFORE UPDATE ON log_hash
BEGIN SELECT RAISE(ABORT, 'log_hash is append-only'); END;

CREATE TRIGGER log_checkpoint_keeps_rows BEFORE DELETE ON log_checkpoint
BEGIN SELECT RAISE(ABORT, 'log_checkpoint is append-only'); END;
CREATE TRIGGER log_checkpoint_keeps_values BEFORE UPDATE ON log_checkpoint
BEGIN SELECT RAISE(ABORT, 'log_checkpoint is append-only'); END;

-- A key may be wrapped anew and destroyed, but neither come back nor become another citizen's.
CREATE TRIGGER citizen_key_keeps_rows BEFORE DELETE ON citizen_key
BEGIN SELECT RAISE(ABORT, 'citizen_key keeps that a key was'); END;
CREATE TRIGGER citizen_key_stays_destroyed BEFORE UPDATE ON citizen_key
WHEN OLD.wrapped IS NULL OR NEW.citizen <> OLD.citizen OR NEW.version <> OLD.version
BEGIN SELECT RAISE(ABORT, 'citizen_key: a destroyed key stays destroyed'); END;
