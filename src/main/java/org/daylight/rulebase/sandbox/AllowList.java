package org.daylight.rulebase.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Types and the methods and static fields of each that code may use, read from a list that people can read too. */
final class AllowList {
    private static final String ALL = "*";

    private final Map<String, Set<String>> methods = new HashMap<>();
    private final Map<String, Set<String>> withheld = new HashMap<>();
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
        Iterator<String> members = words.subList(1, words.size()).iterator();
        while (members.hasNext()) {
            String member = members.next();
            if (member.equals("field") && members.hasNext()) {
                add(fields, type, members.next());
            } else if (member.startsWith("-")) {
                add(withheld, type, member.substring(1));
            } else {
                add(methods, type, member);
            }
        }
    }

    private static void add(Map<String, Set<String>> members, String type, String member) {
        members.computeIfAbsent(type, key -> new HashSet<>()).add(member);
    }

    /** Whether code may call the method; the type is an internal name, the descriptor is such as {@code (I)V}. */
    boolean allowsMethod(String type, String name, String descriptor) {
        return !of(withheld, type).contains(name)
                && (of(methods, type).contains(ALL)
                        || of(methods, type).contains(name)
                        || of(methods, type).contains(name + descriptor));
    }

    boolean allowsField(String type, String name) {
        return of(fields, type).contains(ALL) || of(fields, type).contains(name);
    }

    /** A type's own line, or that of its package or outer type where the list says {@code package/*} or {@code Outer$*}. */
    private static Set<String> of(Map<String, Set<String>> members, String type) {
        Set<String> own = members.get(type);
        if (own != null) {
            return own;
        }
        int cut = Math.max(type.lastIndexOf('/'), type.lastIndexOf('$'));
        return cut < 0 ? Set.of() : members.getOrDefault(type.substring(0, cut + 1) + ALL, Set.of());
    }
}
