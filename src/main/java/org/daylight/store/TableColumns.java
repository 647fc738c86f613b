package org.daylight.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table that hold a Java record: one for each of its components, where a component that is a record itself is
 * replaced by its own. They are read by position, so a query selects them first. That is as fast as code written for each table;
 * Jdbi's own mappers, which look for every name in every query, take two to three times as long.
 */
public final class TableColumns<R extends Record> implements RowMapper<R> {
    private final String table;
    private final List<String> names;
    private final List<Class<?>> types = new ArrayList<>();
    private final List<MethodHandle> values = new ArrayList<>();
    private final MethodHandle constructor;

    private TableColumns(String table, Class<R> type, List<String> names) {
        this.table = table;
        this.names = names;
        MethodHandle flat = flattened(type, MethodHandles.identity(type));
        constructor = flat.asSpreader(Object[].class, names.size())
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    /**
     * The columns for a record.
     *
     * @param names of the columns, in the order of the components, with commas between
     */
    public static <R extends Record> TableColumns<R> of(String table, Class<R> type, String names) {
        return new TableColumns<>(table, type, List.of(names.split(", ")));
    }

    /** The constructor, taking in place of a component that is a record the arguments of that record's constructor. */
    private MethodHandle flattened(Class<?> type, MethodHandle owner) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            MethodHandle flat = lookup.findConstructor(type, MethodType.methodType(void.class, parameters));
            int position = 0;
            for (RecordComponent component : components) {
                MethodHandle value = MethodHandles.filterReturnValue(owner, lookup.unreflect(component.getAccessor()));
                if (component.getType().isRecord()) {
                    MethodHandle within = flattened(component.getType(), value);
                    flat = MethodHandles.collectArguments(flat, position, within);
                    position += within.type().parameterCount();
                } else {
                    types.add(component.getType());
                    values.add(value.asType(MethodType.methodType(Object.class, Object.class)));
                    position++;
                }
            }
            return flat;
        } catch (IllegalAccessException | NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has a constructor and accessors", impossible);
        }
    }

    /** The table's name. */
    public String table() {
        return table;
    }

    /** A query of all rows, to be followed by a condition; it selects the columns in {@code more} after these. */
    public String select(String more) {
        return "SELECT " + names() + ", " + more + " FROM " + table;
    }

    /** The statement that {@link #bind} binds a record to; the columns in {@code more} are each bound by name. */
    public String insert(String more) {
        String columns = names() + ", " + more;
        return "INSERT INTO " + table + " (" + columns + ") VALUES (:" + columns.replace(", ", ", :") + ")";
    }

    /** The columns' names, with commas between. */
    public String names() {
        return String.join(", ", names);
    }

    public void bind(SqlStatement<?> statement, R record) {
        for (int i = 0; i < names.size(); i++) {
            statement.bindByType(names.get(i), value(record, i), types.get(i));
        }
    }

    /** A record's value in a column, as text. */
    public String text(R record, String name) {
        return String.valueOf(value(record, names.indexOf(name)));
    }

    private @Nullable Object value(R record, int column) {
        try {
            return (@Nullable Object) values.get(column).invokeExact((Object) record);
        } catch (Throwable impossible) {
            throw new IllegalStateException("an accessor failed", impossible);
        }
    }

    /** @throws RecordDamagedException when a column holds a value that is none of its component's type */
    @Override
    @SuppressWarnings("unchecked")
    public R map(ResultSet rows, StatementContext context) throws SQLException {
        @Nullable Object[] arguments = new Object[names.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = read(rows, i);
        }
        try {
            return (R) (Object) constructor.invokeExact(arguments);
        } catch (Throwable refused) {
            throw new RecordDamagedException(table, "a row of `" + table + "` makes no record", refused);
        }
    }

    private @Nullable Object read(ResultSet rows, int column) throws SQLException {
        Class<?> type = types.get(column);
        if (type == String.class) {
            return rows.getString(column + 1);
        }
        if (type == long.class) {
            return rows.getLong(column + 1);
        }
        if (type == Instant.class) {
            return EpochMicros.instant(rows.getLong(column + 1));
        }
        if (type == byte[].class) {
            return rows.getBytes(column + 1);
        }
        return constant(rows, column)
                .orElseThrow(() -> new RecordDamagedException(
                        table, "a row of `" + table + "` was altered: its " + names.get(column) + " is none"));
    }

    private Optional<?> constant(ResultSet rows, int column) throws SQLException {
        String name = rows.getString(column + 1);
        return Arrays.stream(types.get(column).getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst();
    }

    /** The first column whose value is none of the constants that its component allows. */
    public Optional<String> alteredColumn(ResultSet rows) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            if (types.get(i).isEnum() && constant(rows, i).isEmpty()) {
                return Optional.of(names.get(i));
            }
        }
        return Optional.empty();
    }
}
