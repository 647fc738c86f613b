-- The same tables as SQLite's V1. Instants are whole microseconds since 1970-01-01T00:00:00Z; every personal row is keyed by
-- citizen first. Tables are append-only: the triggers at the end refuse UPDATE, DELETE and TRUNCATE. Text is compared byte
-- by byte, so that neither order nor index depends on the locales of the machine.

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
    live_at  bigint NOT NULL
);

-- The highest position of a citizen and scheme says whether the citizen is enrolled.
CREATE TABLE enrolment (
    citizen      text COLLATE "C" NOT NULL,
    scheme       text COLLATE "C" NOT NULL,
    position     bigint NOT NULL CHECK (position >= 1),
    action       text COLLATE "C" NOT NULL CHECK (action IN ('ENROLLED', 'WITHDRAWN')),
    notice       text COLLATE "C",
    lawful_basis text COLLATE "C",
    revision     text COLLATE "C",
    recorded_at  bigint NOT NULL,
    recorded_by  text COLLATE "C" NOT NULL,
    PRIMARY KEY (citizen, scheme, position),
    CHECK (action = 'WITHDRAWN' OR (notice IS NOT NULL AND lawful_basis IS NOT NULL AND revision IS NOT NULL))
);

CREATE TABLE statement (
    citizen     text COLLATE "C" NOT NULL,
    scheme      text COLLATE "C" NOT NULL,
    position    bigint NOT NULL CHECK (position >= 1),
    kind        text COLLATE "C" NOT NULL CHECK (kind IN ('EVENT', 'FACT', 'RETRACTION')),
    type        text COLLATE "C" NOT NULL,
    valid_at    bigint NOT NULL,
    recorded_at bigint NOT NULL,
    revision    text COLLATE "C" NOT NULL,
    source      text COLLATE "C" NOT NULL,
    id          text COLLATE "C" NOT NULL,
    recorded_by text COLLATE "C" NOT NULL,
    payload     bytea NOT NULL,
    digest      text COLLATE "C" NOT NULL,
    PRIMARY KEY (citizen, scheme, position)
);

-- Events within the look-back are read without touching those outside it.
CREATE INDEX statement_by_time ON statement (citizen, scheme, kind, valid_at);

-- The idempotency key; a table of its own so that statement may be partitioned by citizen.
CREATE TABLE statement_key (
    source   text COLLATE "C" NOT NULL,
    id       text COLLATE "C" NOT NULL,
    citizen  text COLLATE "C" NOT NULL,
    scheme   text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (source, id),
    FOREIGN KEY (citizen, scheme, position) REFERENCES statement (citizen, scheme, position)
);

-- A decision knew exactly the statements with position <= dossier_position and the enrolment at enrolment_position.
CREATE TABLE decision (
    citizen            text COLLATE "C" NOT NULL,
    id                 text COLLATE "C" NOT NULL,
    scheme             text COLLATE "C" NOT NULL,
    service            text COLLATE "C" NOT NULL,
    revision           text COLLATE "C" NOT NULL,
    as_of              bigint NOT NULL,
    known_at           bigint NOT NULL,
    dossier_position   bigint NOT NULL CHECK (dossier_position >= 0),
    enrolment_position bigint NOT NULL CHECK (enrolment_position >= 0),
    dossier_hash       text COLLATE "C" NOT NULL,
    engine             text COLLATE "C" NOT NULL,
    outcome            text COLLATE "C" NOT NULL CHECK (outcome IN ('GRANTED', 'REFUSED', 'REFERRED', 'UNDECIDED')),
    asked_by           text COLLATE "C" NOT NULL,
    discloses          text COLLATE "C" NOT NULL,
    decimals           integer NOT NULL,
    recorded_at        bigint NOT NULL,
    request            bytea  NOT NULL,
    payload            bytea  NOT NULL,
    PRIMARY KEY (citizen, id)
);

CREATE INDEX decision_by_id ON decision (id);

-- The writers' own mark, not a record: no write is recorded before it, so a clock that goes back cannot reorder time. Its row
-- is also the turn that writers of several processes take, one group at a time.
CREATE TABLE recording (
    "only"      integer NOT NULL PRIMARY KEY CHECK ("only" = 1),
    recorded_at bigint NOT NULL
);
INSERT INTO recording ("only", recorded_at) VALUES (1, 0);

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
