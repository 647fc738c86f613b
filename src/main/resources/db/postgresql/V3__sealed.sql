-- Personal rows are sealed from here on: beside what finds a row there is only `sealed`, under the citizen's key, and where the
-- row's leaf stands in which log. What the tables of V1 hold is moved over when the ledger is opened (org.daylight.ledger), as
-- SQL can neither seal nor log; until then they keep it under other names.

DROP TRIGGER publication_keeps ON publication;
DROP TRIGGER enrolment_keeps ON enrolment;
DROP TRIGGER statement_keeps ON statement;
DROP TRIGGER statement_key_keeps ON statement_key;
DROP TRIGGER decision_keeps ON decision;
DROP INDEX statement_by_time;
DROP INDEX decision_by_id;
ALTER TABLE publication RENAME TO v1_publication;
ALTER TABLE enrolment RENAME TO v1_enrolment;
ALTER TABLE statement RENAME TO v1_statement;
ALTER TABLE statement_key RENAME TO v1_statement_key;
ALTER TABLE decision RENAME TO v1_decision;

-- The index key wrapped by each master key that may be in use: one, or two while a rotation is under way.
CREATE TABLE master_key (
    version    bigint NOT NULL PRIMARY KEY CHECK (version >= 1),
    index_key  bytea    NOT NULL,
    created_at bigint NOT NULL
);

-- A citizen's keys; the highest version seals. `wrapped` by the master key of that version; NULL once destroyed, and then what
-- it sealed can never be read again.
CREATE TABLE citizen_key (
    citizen      text COLLATE "C" NOT NULL,
    version      bigint NOT NULL CHECK (version >= 1),
    master       bigint NOT NULL,
    wrapped      bytea,
    created_at   bigint NOT NULL,
    destroyed_at bigint,
    PRIMARY KEY (citizen, version),
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);

CREATE TABLE publication (
    position bigint NOT NULL PRIMARY KEY,
    scheme   text COLLATE "C" NOT NULL,
    hash     text COLLATE "C" NOT NULL REFERENCES revision (hash),
    live_at  bigint NOT NULL,
    salt     bytea    NOT NULL,
    log      bigint NOT NULL REFERENCES log_origin (log),
    leaf     bigint NOT NULL
);

-- The highest position of a citizen and scheme says whether the citizen is enrolled. Sealed: notice, lawful basis.
CREATE TABLE enrolment (
    citizen     text COLLATE "C" NOT NULL,
    scheme      text COLLATE "C" NOT NULL,
    position    bigint NOT NULL CHECK (position >= 1),
    action      text COLLATE "C" NOT NULL CHECK (action IN ('ENROLLED', 'WITHDRAWN')),
    revision    text COLLATE "C",
    recorded_at bigint NOT NULL,
    recorded_by text COLLATE "C" NOT NULL,
    key_version bigint NOT NULL,
    sealed      bytea    NOT NULL,
    log         bigint NOT NULL REFERENCES log_origin (log),
    leaf        bigint NOT NULL,
    PRIMARY KEY (citizen, scheme, position)
);

-- Sealed: type, source, id, data.
CREATE TABLE statement (
    citizen     text COLLATE "C" NOT NULL,
    scheme      text COLLATE "C" NOT NULL,
    position    bigint NOT NULL CHECK (position >= 1),
    kind        text COLLATE "C" NOT NULL CHECK (kind IN ('EVENT', 'FACT', 'RETRACTION')),
    valid_at    bigint NOT NULL,
    recorded_at bigint NOT NULL,
    recorded_by text COLLATE "C" NOT NULL,
    revision    text COLLATE "C" NOT NULL,
    key_version bigint NOT NULL,
    sealed      bytea    NOT NULL,
    log         bigint NOT NULL REFERENCES log_origin (log),
    leaf        bigint NOT NULL,
    PRIMARY KEY (citizen, scheme, position)
);

-- Events within the look-back are read without touching those outside it.
CREATE INDEX statement_by_time ON statement (citizen, scheme, kind, valid_at);

-- The idempotency key, of which only its HMAC-SHA-256 under the index key is kept, cut to 16 bytes.
CREATE TABLE statement_key (
    hmac     bytea    NOT NULL PRIMARY KEY,
    citizen  text COLLATE "C" NOT NULL,
    scheme   text COLLATE "C" NOT NULL,
    position bigint NOT NULL
);

-- A decision knew exactly the statements with position <= dossier_position and the enrolment at enrolment_position. Sealed: the
-- question, what was disclosed, the assessment.
CREATE TABLE decision (
    citizen            text COLLATE "C" NOT NULL,
    id                 text COLLATE "C" NOT NULL,
    scheme             text COLLATE "C" NOT NULL,
    revision           text COLLATE "C" NOT NULL,
    as_of              bigint NOT NULL,
    known_at           bigint NOT NULL,
    dossier_position   bigint NOT NULL CHECK (dossier_position >= 0),
    enrolment_position bigint NOT NULL CHECK (enrolment_position >= 0),
    recorded_at        bigint NOT NULL,
    recorded_by        text COLLATE "C" NOT NULL,
    key_version        bigint NOT NULL,
    sealed             bytea    NOT NULL,
    log                bigint NOT NULL REFERENCES log_origin (log),
    leaf               bigint NOT NULL,
    PRIMARY KEY (citizen, id)
);

CREATE INDEX decision_by_id ON decision (id);

-- The order in which decisions were committed.
CREATE INDEX decision_by_leaf ON decision (log, leaf);

-- That a citizen's keys were destroyed, and when; it says nothing of what they had sealed.
CREATE TABLE erasure (
    citizen     text COLLATE "C" NOT NULL,
    position    bigint NOT NULL CHECK (position >= 1),
    recorded_at bigint NOT NULL,
    recorded_by text COLLATE "C" NOT NULL,
    salt        bytea    NOT NULL,
    log         bigint NOT NULL REFERENCES log_origin (log),
    leaf        bigint NOT NULL,
    PRIMARY KEY (citizen, position)
);

CREATE TRIGGER publication_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON publication EXECUTE FUNCTION refuse_change();
CREATE TRIGGER enrolment_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON enrolment EXECUTE FUNCTION refuse_change();
CREATE TRIGGER statement_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON statement EXECUTE FUNCTION refuse_change();
CREATE TRIGGER statement_key_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON statement_key EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON decision EXECUTE FUNCTION refuse_change();
CREATE TRIGGER erasure_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON erasure EXECUTE FUNCTION refuse_change();

-- A key may be wrapped anew and destroyed, but neither come back nor become another citizen's.
CREATE TRIGGER citizen_key_keeps BEFORE DELETE OR TRUNCATE ON citizen_key EXECUTE FUNCTION refuse_change();
CREATE TRIGGER citizen_key_stays_destroyed BEFORE UPDATE ON citizen_key FOR EACH ROW
    WHEN (OLD.wrapped IS NULL OR NEW.citizen <> OLD.citizen OR NEW.version <> OLD.version)
    EXECUTE FUNCTION refuse_change();
