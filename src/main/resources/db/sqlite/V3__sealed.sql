-- Personal rows are sealed from here on: beside what finds a row there is only `sealed`, under the citizen's key, and where the
-- row's leaf stands in which log. What the tables of V1 hold is moved over when the ledger is opened (org.daylight.ledger), as
-- SQL can neither seal nor log; until then they keep it under other names.

DROP TRIGGER publication_keeps_rows;
DROP TRIGGER publication_keeps_values;
DROP TRIGGER enrolment_keeps_rows;
DROP TRIGGER enrolment_keeps_values;
DROP TRIGGER statement_keeps_rows;
DROP TRIGGER statement_keeps_values;
DROP TRIGGER statement_key_keeps_rows;
DROP TRIGGER statement_key_keeps_values;
DROP TRIGGER decision_keeps_rows;
DROP TRIGGER decision_keeps_values;
DROP INDEX statement_by_time;
DROP INDEX decision_by_id;
ALTER TABLE publication RENAME TO v1_publication;
ALTER TABLE enrolment RENAME TO v1_enrolment;
ALTER TABLE statement RENAME TO v1_statement;
ALTER TABLE statement_key RENAME TO v1_statement_key;
ALTER TABLE decision RENAME TO v1_decision;

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

-- Sealed: type, source, id, data.
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
) STRICT, WITHOUT ROWID;

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

-- A key may be wrapped anew and destroyed, but neither come back nor become another citizen's.
CREATE TRIGGER citizen_key_keeps_rows BEFORE DELETE ON citizen_key
BEGIN SELECT RAISE(ABORT, 'citizen_key keeps that a key was'); END;
CREATE TRIGGER citizen_key_stays_destroyed BEFORE UPDATE ON citizen_key
WHEN OLD.wrapped IS NULL OR NEW.citizen <> OLD.citizen OR NEW.version <> OLD.version
BEGIN SELECT RAISE(ABORT, 'citizen_key: a destroyed key stays destroyed'); END;
