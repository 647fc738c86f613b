-- Statements stand in the order in which they come. While they stood in the tree of their citizens, each one rewrote and split pages
-- somewhere in the file, and the write-ahead log took half as much again for each.

DROP TRIGGER statement_keeps_rows;
DROP TRIGGER statement_keeps_values;
DROP INDEX statement_by_time;
ALTER TABLE statement RENAME TO v3_statement;

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

INSERT INTO statement (citizen, scheme, position, kind, valid_at, recorded_at, recorded_by, revision, key_version, sealed, log, leaf)
SELECT citizen, scheme, position, kind, valid_at, recorded_at, recorded_by, revision, key_version, sealed, log, leaf
FROM v3_statement ORDER BY log, leaf;

DROP TABLE v3_statement;

-- Events within the look-back are read without touching those outside it.
CREATE INDEX statement_by_time ON statement (citizen, scheme, kind, valid_at);

CREATE TRIGGER statement_keeps_rows BEFORE DELETE ON statement
BEGIN SELECT RAISE(ABORT, 'statement is append-only'); END;
CREATE TRIGGER statement_keeps_values BEFORE UPDATE ON statement
BEGIN SELECT RAISE(ABORT, 'statement is append-only'); END;
