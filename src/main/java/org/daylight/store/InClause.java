package org.daylight.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Values that are asked for in one query. There are as many as the next power of two, the last one again and again, so that there
 * are few different texts, each of which stays prepared.
 */
public final class InClause<V> {
    /** Values in one query at most. */
    public static final int MOST = 256;

    private final List<V> values;

    private InClause(List<V> values) {
        this.values = values;
    }

    /** Hands over all values, in chunks. */
    public static <V> void each(Collection<V> all, Consumer<InClause<V>> each) {
        List<V> values = List.copyOf(all);
        for (int from = 0; from < values.size(); from += MOST) {
            each.accept(filled(values.subList(from, Math.min(values.size(), from + MOST))));
        }
    }

    private static <V> InClause<V> filled(List<V> values) {
        int size = values.size() == 1 ? 1 : Integer.highestOneBit(values.size() - 1) << 1;
        List<V> filled = new ArrayList<>(values);
        filled.addAll(Collections.nCopies(size - values.size(), values.get(values.size() - 1)));
        return new InClause<>(filled);
    }

    /** Parameters for all of them: {@code ?, ?, ?}, or {@code (?, ?), (?, ?)}. */
    public String marks(String string) {
        return values.stream().map(value -> string).collect(Collectors.joining(", "));
    }

    /**
     * Binds all of them by position, from the first parameter on.
     *
     * @param parts what stands for one value, parameter by parameter
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
