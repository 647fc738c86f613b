-- Everything Daylight keeps. Instants are whole microseconds since 1970-01-01T00:00:00Z; every personal row is keyed by
-- citizen first. Tables are append-only: the triggers at the end refuse UPDATE and DELETE.

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
    live_at  INTEGER NOT NULL
) STRICT;

-- The highest position of a citizen and scheme says whether the citizen is enrolled.
CREATE TABLE enrolment (
    citizen      TEXT    NOT NULL,
    scheme       TEXT    NOT NULL,
    position     INTEGER NOT NULL CHECK (position >= 1),
    action       TEXT    NOT NULL CHECK (action IN ('ENROLLED', 'WITHDRAWN')),
    notice       TEXT,
    lawful_basis TEXT,
    revision     TEXT,
    recorded_at  INTEGER NOT NULL,
    recorded_by  TEXT    NOT NULL,
    PRIMARY KEY (citizen, scheme, position),
    CHECK (action = 'WITHDRAWN' OR (notice IS NOT NULL AND lawful_basis IS NOT NULL AND revision IS NOT NULL))
) STRICT;

CREATE TABLE statement (
    citizen     TEXT    NOT NULL,
    scheme      TEXT    NOT NULL,
    position    INTEGER NOT NULL CHECK (position >= 1),
    kind        TEXT    NOT NULL CHECK (kind IN ('EVENT', 'FACT', 'RETRACTION')),
    type        TEXT    NOT NULL,
    valid_at    INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    revision    TEXT    NOT NULL,
    source      TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    recorded_by TEXT    NOT NULL,
    payload     BLOB    NOT NULL,
    digest      TEXT    NOT NULL,
    PRIMARY KEY (citizen, scheme, position)
) STRICT;

-- Events within the look-back are read without touching those outside it.
CREATE INDEX statement_by_time ON statement (citizen, scheme, kind, valid_at);

-- The idempotency key; a table of its own so that statement may be partitioned by citizen.
CREATE TABLE statement_key (
    source   TEXT    NOT NULL,
    id       TEXT    NOT NULL,
    citizen  TEXT    NOT NULL,
    scheme   TEXT    NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (source, id),
    FOREIGN KEY (citizen, scheme, position) REFERENCES statement (citizen, scheme, position)
) STRICT;

-- A decision knew exactly the statements with position <= dossier_position and the enrolment at enrolment_position.
CREATE TABLE decision (
    citizen            TEXT    NOT NULL,
    id                 TEXT    NOT NULL,
    scheme             TEXT    NOT NULL,
    service            TEXT    NOT NULL,
    revision           TEXT    NOT NULL,
    as_of              INTEGER NOT NULL,
    known_at           INTEGER NOT NULL,
    dossier_position   INTEGER NOT NULL CHECK (dossier_position >= 0),
    enrolment_position INTEGER NOT NULL CHECK (enrolment_position >= 0),
    dossier_hash       TEXT    NOT NULL,
    engine             TEXT    NOT NULL,
    outcome            TEXT    NOT NULL CHECK (outcome IN ('GRANTED', 'REFUSED', 'REFERRED', 'UNDECIDED')),
    asked_by           TEXT    NOT NULL,
    discloses          TEXT    NOT NULL,
    decimals           INTEGER NOT NULL,
    recorded_at        INTEGER NOT NULL,
    request            BLOB    NOT NULL,
    payload            BLOB    NOT NULL,
    PRIMARY KEY (citizen, id)
) STRICT;

CREATE INDEX decision_by_id ON decision (id);

-- The writer's own mark, not a record: no write is recorded before it, so a clock that goes back cannot reorder time.
CREATE TABLE recording (
    only        INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    recorded_at INTEGER NOT NULL
) STRICT;
INSERT INTO recording (only, recorded_at) VALUES (1, 0);

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
