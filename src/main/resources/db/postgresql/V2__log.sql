-- The tamper-evident log: one for each process that writes here, named by its origin. Append-only, like every table.

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

CREATE FUNCTION log_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER log_origin_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON log_origin
    FOR EACH STATEMENT EXECUTE FUNCTION log_keeps();
CREATE TRIGGER log_entry_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entry
    FOR EACH STATEMENT EXECUTE FUNCTION log_keeps();
CREATE TRIGGER log_hash_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON log_hash
    FOR EACH STATEMENT EXECUTE FUNCTION log_keeps();
CREATE TRIGGER log_checkpoint_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON log_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION log_keeps();
