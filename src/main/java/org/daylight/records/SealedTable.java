package org.daylight.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.daylight.log.ExpectedLeaf;
import org.daylight.store.RecordDamagedException;
import org.daylight.store.TableColumns;
import org.daylight.vault.RecordAddress;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/**
 * A table of personal records: a row has a header in clear, a sealed content, and the place of its leaf.
 *
 * @param <H> the header
 * @param <C> the content
 * @param columns of the header
 * @param key the columns of the primary key
 * @param title names a record in a finding: a format whose arguments are the key's values
 * @param content reads the content from its fields
 * @param canonical makes the bytes that are logged, which hold every value of the row
 */
public record SealedTable<H extends Record & RecordHeader, C>(
        TableColumns<H> columns,
        List<String> key,
        String title,
        Function<SealedFields, C> content,
        BiFunction<H, C, byte[]> canonical) {
    private static final int ROWS_AT_ONCE = 1000;

    /** A row as it is stored, its content still sealed. */
    public record Row<H>(H header, Sealed sealed) {}

    /** A query of all rows, to be followed by a condition; its rows are for {@link #row}. */
    public String select() {
        return columns.select(Sealed.COLUMNS);
    }

    /** A row's columns, to be selected first. */
    public String names() {
        return columns.names() + ", " + Sealed.COLUMNS;
    }

    /** Reads a query's rows. */
    public RowMapper<Row<H>> row() {
        return (rows, context) -> new Row<>(columns.map(rows, context), Sealed.of(rows));
    }

    /** The statement that {@link #bind} binds a row to. */
    public String insert() {
        return columns.insert(Sealed.COLUMNS);
    }

    /** Stores a record, and appends its leaf. */
    public void insert(RecordSession session, H header, C content, SealedPayload payload) {
        Update insert = session.handle().createUpdate(insert());
        bind(session, insert, header, content, payload);
        insert.execute();
    }

    /**
     * Seals a record, appends its leaf, and binds it to the statement that inserts it.
     *
     * @param payload the content, ready to be sealed
     */
    public void bind(RecordSession session, SqlStatement<?> insert, H header, C content, SealedPayload payload) {
        columns.bind(insert, header);
        session.seal(header.citizen(), address(header), payload, canonical.apply(header, content), header.recordedAt())
                .bind(insert);
    }

    /**
     * A row's header and content as {@code reading} puts them together; empty when the citizen was erased since.
     *
     * @throws RecordDamagedException when the row does not open, or its content cannot be read
     */
    public <T> Optional<T> open(RecordSession session, Row<H> row, BiFunction<H, C, T> reading) {
        return open(session, row, payload -> reading.apply(row.header(), content.apply(payload.personal())));
    }

    /** A record as it was logged; empty when its citizen was erased since. */
    public Optional<LoggedRecord> logged(RecordSession session, Row<H> row) {
        return open(session, row, payload -> opened(row, payload)).map(Opened::logged);
    }

    private record Opened<C>(C content, LoggedRecord logged) {}

    private Opened<C> opened(Row<H> row, SealedPayload payload) {
        C opened = content.apply(payload.personal());
        byte[] record = canonical.apply(row.header(), opened);
        return new Opened<>(
                opened, new LoggedRecord(row.sealed().log(), row.sealed().leaf(), payload.salt(), record));
    }

    private <T> Optional<T> open(RecordSession session, Row<H> row, Function<SealedPayload, T> reading) {
        return session.open(row.header().citizen(), address(row.header()), row.sealed(), reading);
    }

    private RecordAddress address(H header) {
        return new RecordAddress(
                columns.table(),
                key.stream().map(column -> columns.text(header, column)).toList());
    }

    /** Hands over the leaf that each record ought to have, in the order of the key. */
    public void each(RecordSession session, Consumer<ExpectedLeaf> consumer) {
        each(session, (header, opened) -> Optional.empty(), consumer);
    }

    /**
     * As {@link #each(RecordSession, Consumer)}, with a check of the table's own.
     *
     * @param altered tells what is wrong with a record though it is as it was logged, if anything
     */
    public void each(
            RecordSession session, BiFunction<H, C, Optional<String>> altered, Consumer<ExpectedLeaf> consumer) {
        session.handle()
                .createQuery(select() + " ORDER BY " + String.join(", ", key))
                .setFetchSize(ROWS_AT_ONCE)
                .map((rows, context) -> {
                    String name = name(rows);
                    Sealed sealed = Sealed.of(rows);
                    Optional<String> unknown = columns.alteredColumn(rows);
                    return unknown.isPresent()
                            ? sealed.altered(name, "its " + unknown.get() + " is none")
                            : expected(session, name, new Row<>(columns.map(rows, context), sealed), altered);
                })
                .useStream(leaves -> leaves.forEach(consumer));
    }

    private String name(ResultSet rows) throws SQLException {
        List<String> values = new ArrayList<>();
        for (String column : key) {
            values.add(rows.getString(column));
        }
        return title.formatted(values.toArray());
    }

    private ExpectedLeaf expected(
            RecordSession session, String name, Row<H> row, BiFunction<H, C, Optional<String>> altered) {
        try {
            return open(session, row, payload -> opened(row, payload))
                    .map(opened -> altered.apply(row.header(), opened.content())
                            .map(what -> row.sealed().altered(name, what))
                            .orElseGet(() -> opened.logged().expected(name)))
                    .orElseGet(() -> ExpectedLeaf.erased(
                            name, row.sealed().log(), row.sealed().leaf()));
        } catch (RecordDamagedException damaged) {
            return ExpectedLeaf.unreadable(
                    name, row.sealed().log(), row.sealed().leaf(), String.valueOf(damaged.getMessage()));
        }
    }
}
