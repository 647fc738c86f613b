package org.daylight.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Values that are asked for in one query. Their number is filled up to a power of two with repetitions of the last one, so that
 * there are few different texts of a query, each of which stays prepared.
 */
public final class InClause<V> {
    /** Values in one query at most. */
    public static final int MAX_VALUES = 256;

    private final List<V> values;

    private InClause(List<V> values) {
        this.values = values;
    }

    /** Hands over all values, in chunks. */
    public static <V> void each(Collection<V> values, Consumer<InClause<V>> query) {
        List<V> list = List.copyOf(values);
        for (int from = 0; from < list.size(); from += MAX_VALUES) {
            query.accept(filled(list.subList(from, Math.min(list.size(), from + MAX_VALUES))));
        }
    }

    private static <V> InClause<V> filled(List<V> values) {
        int size = values.size() == 1 ? 1 : Integer.highestOneBit(values.size() - 1) << 1;
        List<V> filled = new ArrayList<>(values);
        filled.addAll(Collections.nCopies(size - values.size(), values.get(values.size() - 1)));
        return new InClause<>(filled);
    }

    /** The parameters of all values, {@code ?, ?, ?} or {@code (?, ?), (?, ?)}, given those of one value. */
    public String marks(String ofOneValue) {
        return String.join(", ", Collections.nCopies(values.size(), ofOneValue));
    }

    /**
     * Binds all values by position, from the first parameter on.
     *
     * @param parts the parameters of one value
     */
    public void bind(SqlStatement<?> statement, Function<V, List<?>> parts) {
        int position = 0;
        for (V value : values) {
            for (Object part : parts.apply(value)) {
                statement.bind(position++, part);
            }
        }
    }
}
