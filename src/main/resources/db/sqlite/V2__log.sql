-- The tamper-evident log: one for each process that writes here, named by its origin. Append-only, like every table.

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
