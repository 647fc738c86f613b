-- The same tables as SQLite's V1. Instants are whole microseconds since 1970-01-01T00:00:00Z; every personal row is keyed by
-- citizen first. Beside what finds a personal row there is only `sealed`, under the citizen's key, and where the row's leaf
-- stands in which log. Tables are append-only: the triggers at the end refuse UPDATE, DELETE and TRUNCATE. Text is compared byte
-- by byte, so that neither order nor index depends on the locales of the machine.

-- The writers' own mark, not a record: no write is recorded before it, so a clock that goes back cannot reorder time. Its row
-- is also the turn that writers of several processes take, one group at a time.
CREATE TABLE recording (
    "only"      integer NOT NULL PRIMARY KEY CHECK ("only" = 1),
    recorded_at bigint NOT NULL
);
INSERT INTO recording ("only", recorded_at) VALUES (1, 0);

-- The tamper-evident log: one for each process that writes here, named by its origin.
CREATE TABLE log_origin (
    log    BIGINT NOT NULL PRIMARY KEY CHECK (log >= 1),
    origin TEXT   NOT NULL UNIQUE,
    key    TEXT   NOT NULL
);

-- The leaves; their hashes are computed when they are read, so that there is nothing here that could contradict them.
CREATE TABLE log_entry (
    log      BIGINT NOT NULL REFERENCES log_origin (log),
    position BIGINT NOT NULL CHECK (position >= 0),
    entry    BYTEA  NOT NULL,
    PRIMARY KEY (log, position)
);

-- Levels 1 and up of the tiles: each hash is the root of a full tile of the level below.
CREATE TABLE log_hash (
    log      BIGINT  NOT NULL REFERENCES log_origin (log),
    level    INTEGER NOT NULL CHECK (level >= 1),
    position BIGINT  NOT NULL CHECK (position >= 0),
    hash     BYTEA   NOT NULL,
    PRIMARY KEY (log, level, position)
);

-- Signed in the same transaction as the leaves it is the first to cover.
CREATE TABLE log_checkpoint (
    log       BIGINT NOT NULL REFERENCES log_origin (log),
    size      BIGINT NOT NULL CHECK (size >= 0),
    root      BYTEA  NOT NULL,
    signature BYTEA  NOT NULL,
    signed_at BIGINT NOT NULL,
    PRIMARY KEY (log, size)
);

-- The index key wrapped by each master key that may be in use: one, or two while a rotation is under way.
CREATE TABLE master_key (
    version    bigint NOT NULL PRIMARY KEY CHECK (version >= 1),
    index_key  bytea  NOT NULL,
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

CREATE TABLE revision (
    hash        text COLLATE "C" NOT NULL PRIMARY KEY,
    scheme      text COLLATE "C" NOT NULL,
    recorded_at bigint NOT NULL,
    archive     bytea  NOT NULL
);

-- Which revision of a scheme went live when; the highest position is the live one.
CREATE TABLE publication (
    position bigint NOT NULL PRIMARY KEY,
    scheme   text COLLATE "C" NOT NULL,
    hash     text COLLATE "C" NOT NULL REFERENCES revision (hash),
    live_at  bigint NOT NULL,
    salt     bytea  NOT NULL,
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
    sealed      bytea  NOT NULL,
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
    sealed      bytea  NOT NULL,
    log         bigint NOT NULL REFERENCES log_origin (log),
    leaf        bigint NOT NULL,
    PRIMARY KEY (citizen, scheme, position)
);

-- Events within the look-back are read without touching those outside it.
CREATE INDEX statement_by_time ON statement (citizen, scheme, kind, valid_at);

-- The idempotency key, of which only its HMAC-SHA-256 under the index key is kept, cut to 16 bytes.
CREATE TABLE statement_key (
    hmac     bytea  NOT NULL PRIMARY KEY,
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
    sealed             bytea  NOT NULL,
    log                bigint NOT NULL REFERENCES log_origin (log),
    leaf               bigint NOT NULL,
    PRIMARY KEY (citizen, id)
);

CREATE INDEX decision_by_id ON decision (id);

-- The order in which decisions were committed.
CREATE INDEX decision_by_leaf ON decision (log, leaf);

-- Decisions are found by ranges of time.
CREATE INDEX decision_by_time ON decision (log, recorded_at, leaf);

-- That a citizen's keys were destroyed, and when; it says nothing of what they had sealed.
CREATE TABLE erasure (
    citizen     text COLLATE "C" NOT NULL,
    position    bigint NOT NULL CHECK (position >= 1),
    recorded_at bigint NOT NULL,
    recorded_by text COLLATE "C" NOT NULL,
    salt        bytea  NOT NULL,
    log         bigint NOT NULL REFERENCES log_origin (log),
    leaf        bigint NOT NULL,
    PRIMARY KEY (citizen, position)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER revision_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON revision EXECUTE FUNCTION refuse_change();
CREATE TRIGGER publication_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON publication EXECUTE FUNCTION refuse_change();
CREATE TRIGGER enrolment_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON enrolment EXECUTE FUNCTION refuse_change();
CREATE TRIGGER statement_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON statement EXECUTE FUNCTION refuse_change();
CREATE TRIGGER statement_key_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON statement_key EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON decision EXECUTE FUNCTION refuse_change();
CREATE TRIGGER erasure_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON erasure EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_origin_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON log_origin EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_entry_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entry EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_hash_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON log_hash EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_checkpoint_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON log_checkpoint EXECUTE FUNCTION refuse_change();

-- A key may be wrapped anew and destroyed, but neither come back nor become another citizen's.
CREATE TRIGGER citizen_key_keeps BEFORE DELETE OR TRUNCATE ON citizen_key EXECUTE FUNCTION refuse_change();
CREATE TRIGGER citizen_key_stays_destroyed BEFORE UPDATE ON citizen_key FOR EACH ROW
    WHEN (OLD.wrapped IS NULL OR NEW.citizen <> OLD.citizen OR NEW.version <> OLD.version)
    EXECUTE FUNCTION refuse_change();
