package org.daylight.rulebase.sandbox;

import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values of each type that take long, up to the limits that rules have; and small ones. */
final class Extremes {
    private static final int LETTERS = 100_000;
    private static final int ELEMENTS = 100_000;
    private static final int COLLIDING = 1_000;
    private static final BigInteger HUNDRED_DIGITS = BigInteger.TEN.pow(100).subtract(BigInteger.TWO);

    /** In the order in which they are tried; a value is for every parameter whose type it has. */
    private static final List<Supplier<?>> MAKERS = List.of(
            () -> "a".repeat(LETTERS),
            () -> "\u0416".repeat(LETTERS),
            () -> " ".repeat(LETTERS),
            () -> "0".repeat(LETTERS - 1) + "7",
            () -> "9".repeat(LETTERS),
            () -> "a".repeat(LETTERS / 2) + "b",
            () -> "(.*a){12}b",
            () -> "a.*b|a",
            () -> "",
            () -> "2026-11-01",
            () -> "P1Y2M3D",
            () -> "12",
            () -> builder("a".repeat(300)),
            () -> builder("\u0416".repeat(LETTERS / 2)),
            () -> builder("\u0416"),
            () -> numbers(ELEMENTS),
            () -> Extremes.<List<Object>>filled(new ArrayList<>(), periods()),
            () -> Extremes.<List<Object>>filled(new ArrayList<>(), texts()),
            () -> Extremes.<List<Object>>filled(new ArrayList<>(), decimals()),
            () -> new ArrayList<>(List.of("x", 1L)),
            () -> Extremes.<Collection<Object>>filled(new LinkedHashSet<>(), periods()),
            () -> Extremes.<Collection<Object>>filled(new LinkedHashSet<>(), texts()),
            () -> Extremes.<Collection<Object>>filled(new TreeSet<>(), texts()),
            () -> Extremes.<Collection<Object>>filled(new TreeSet<>(), decimals()),
            () -> keyed(new LinkedHashMap<>(), periods()),
            () -> keyed(new TreeMap<>(), decimals()),
            () -> keyed(new TreeMap<>(), texts()),
            () -> numbers(ELEMENTS).iterator(),
            () -> Map.entry("k", "v"),
            () -> Optional.of("x".repeat(LETTERS)),
            () -> Optional.of(periods().findFirst().orElseThrow()),
            () -> Period.of(-256 * (COLLIDING + 1), COLLIDING + 1, 0),
            () -> Period.of(1, 2, 3),
            () -> new BigDecimal(HUNDRED_DIGITS, 50),
            () -> new BigDecimal(BigInteger.ONE, -100),
            () -> new BigDecimal(BigInteger.TEN.pow(99), 100),
            () -> new BigDecimal("3"),
            () -> 1_000_000_007,
            () -> 17,
            () -> 1,
            () -> -5,
            () -> 123_456_789_012_345L,
            () -> 3L,
            () -> -1L,
            () -> (short) 3,
            () -> (byte) 3,
            () -> 'b',
            () -> true,
            () -> 1.5d,
            () -> 1.5f,
            () -> LocalDate.of(2026, 11, 1),
            () -> LocalDate.MAX,
            () -> LocalDate.of(2024, 2, 29),
            () -> LocalDateTime.of(2026, 11, 1, 12, 30),
            () -> LocalTime.of(12, 30),
            () -> Instant.parse("2026-11-23T12:00:00Z"),
            () -> Duration.ofSeconds(100, 5),
            () -> Year.of(2026),
            () -> YearMonth.of(2026, 11),
            () -> Month.MARCH,
            () -> DayOfWeek.FRIDAY,
            () -> ChronoUnit.DAYS,
            () -> ChronoUnit.MONTHS,
            () -> ChronoField.DAY_OF_MONTH,
            () -> TemporalAdjusters.lastDayOfMonth(),
            () -> RoundingMode.HALF_UP,
            () -> ExactContains.INSTANCE,
            () -> ExactMemberOf.INSTANCE,
            () -> ExactIn.INSTANCE,
            () -> MeteredMatches.INSTANCE,
            () -> TextStartsWith.INSTANCE,
            () -> numbers(ELEMENTS).toArray(),
            () -> new Object[] {"a".repeat(LETTERS)},
            () -> new Object[] {numbers(ELEMENTS)},
            () -> new CharSequence[] {"a".repeat(LETTERS / 2), "b"},
            () -> new String[] {"n"},
            () -> new char[LETTERS],
            () -> new long[] {1, 2},
            () -> new Object());

    /** A value; two of it are equal but not the same, so that comparing them takes as long as it can. */
    record Value(Supplier<?> maker, Object first, Object second) {
        static Value of(Supplier<?> maker) {
            return new Value(maker, maker.get(), maker.get());
        }

        Object at(int place, boolean anew) {
            boolean changes = first instanceof Collection<?>
                    || first instanceof Map<?, ?>
                    || first instanceof StringBuilder
                    || first instanceof Iterator<?>;
            return changes && anew ? maker.get() : place % 2 == 0 ? first : second;
        }
    }

    private static final List<Value> VALUES = MAKERS.stream().map(Value::of).toList();

    private Extremes() {}

    /** The values that fit a type; none where an author's code could have none. */
    private static List<Value> of(Class<?> type) {
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        return VALUES.stream().filter(value -> boxed.isInstance(value.first())).toList();
    }

    /** With room for more, as below. */
    private static StringBuilder builder(String text) {
        StringBuilder builder = new StringBuilder(2 * text.length() + LETTERS);
        return builder.append(text);
    }

    /** With room for more: what a list takes to grow is spread over all that it grew by. */
    private static List<Object> numbers(int count) {
        return filled(new ArrayList<>(2 * count), IntStream.range(0, count).boxed());
    }

    /** All of one hash. */
    private static Stream<Object> periods() {
        return IntStream.range(0, COLLIDING).mapToObj(i -> Period.of(-256 * i, i, 0));
    }

    /** Different at their ends only. */
    private static Stream<Object> texts() {
        return IntStream.range(0, 30).mapToObj(i -> "a".repeat(LETTERS / 2) + i);
    }

    private static Stream<Object> decimals() {
        return IntStream.range(0, COLLIDING)
                .mapToObj(i -> new BigDecimal(HUNDRED_DIGITS.subtract(BigInteger.valueOf(i)), i % 2 == 0 ? 100 : 50));
    }

    private static <C extends Collection<Object>> C filled(C collection, Stream<?> values) {
        values.forEach(collection::add);
        return collection;
    }

    private static Map<Object, Object> keyed(Map<Object, Object> map, Stream<?> keys) {
        keys.forEach(key -> map.put(key, "v"));
        return map;
    }

    /** Some ways to choose a value for each type, such that each value is chosen, and with several others. */
    static List<List<Value>> combinations(List<Class<?>> types) {
        List<List<Value>> choices = types.stream().map(Extremes::of).toList();
        if (choices.stream().anyMatch(List::isEmpty)) {
            return List.of();
        }
        int most = choices.stream().mapToInt(List::size).max().orElse(1);
        return IntStream.range(0, types.size() < 2 ? most : 2 * most)
                .mapToObj(turn -> chosen(choices, turn))
                .distinct()
                .toList();
    }

    private static List<Value> chosen(List<List<Value>> choices, int turn) {
        List<Value> chosen = new ArrayList<>();
        for (int at = 0; at < choices.size(); at++) {
            List<Value> values = choices.get(at);
            chosen.add(values.get((turn + at * (turn / values.size())) % values.size()));
        }
        return chosen;
    }

    static Object[] made(List<Value> values, boolean anew) {
        return IntStream.range(0, values.size())
                .mapToObj(at -> values.get(at).at(at, anew))
                .toArray();
    }

    static String shown(List<Value> values) {
        return values.stream()
                .map(value -> value.first().getClass().getSimpleName() + " "
                        + (value.first() instanceof Collection<?> list
                                ? list.size() + " "
                                        + list.iterator().next().getClass().getSimpleName()
                                : value.first().getClass().isArray()
                                        ? ""
                                        : (value.first() + "          ").substring(0, 10)))
                .toList()
                .toString();
    }
}
