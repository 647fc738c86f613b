package org.daylight.rulebase.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Types, and the methods and static fields of each that code may use, read from a list that people can read too. Each line says what
 * the methods on it cost, so that none is allowed without a cost.
 */
final class AllowList {
    private static final String ALL = "*";

    private final Map<String, Map<String, Cost>> methods = new HashMap<>();
    private final Map<String, Set<String>> fields = new HashMap<>();

    private AllowList() {}

    static AllowList of(String... files) {
        AllowList list = new AllowList();
        Arrays.stream(files).forEach(list::read);
        return list;
    }

    private void read(String file) {
        try (InputStream stream = Objects.requireNonNull(AllowList.class.getResourceAsStream(file), file)) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(this::line);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void line(String line) {
        List<String> words = Arrays.asList(line.split(" +"));
        String type = words.get(0);
        List<String> members = words.subList(2, words.size());
        if (words.get(1).equals("field")) {
            fields.computeIfAbsent(type, key -> new HashSet<>()).addAll(members);
            return;
        }
        Cost cost = Cost.parse(words.get(1));
        members.forEach(
                member -> methods.computeIfAbsent(type, key -> new HashMap<>()).putIfAbsent(member, cost));
    }

    /** Whether code may call the method; the type is an internal name, the descriptor is such as {@code (I)V}. */
    boolean allowsMethod(String type, String name, String descriptor) {
        return cost(type, name, descriptor) != null;
    }

    /** What a call of the method costs; null when it is not allowed. */
    @Nullable
    Cost cost(String type, String name, String descriptor) {
        Map<String, Cost> own = of(methods, type, Map.of());
        if (own.containsKey("-" + name) || own.containsKey("-" + name + descriptor)) {
            return null;
        }
        return own.getOrDefault(name + descriptor, own.getOrDefault(name, own.get(ALL)));
    }

    boolean allowsField(String type, String name) {
        Set<String> own = of(fields, type, Set.of());
        return own.contains(ALL) || own.contains(name);
    }

    /** The members listed, by type: a name, a name with its descriptor, {@code *}, and with a {@code -} what is taken out. */
    Map<String, Set<String>> listed() {
        return methods.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, type -> type.getValue()
                .keySet()));
    }

    /** A type's own line, or that of its package or outer type where the list says {@code package/*} or {@code Outer$*}. */
    private static <T> T of(Map<String, T> members, String type, T none) {
        T own = members.get(type);
        if (own != null) {
            return own;
        }
        int cut = Math.max(type.lastIndexOf('/'), type.lastIndexOf('$'));
        return cut < 0 ? none : members.getOrDefault(type.substring(0, cut + 1) + ALL, none);
    }
}
