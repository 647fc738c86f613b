package org.daylight.rulebase.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what cannot be understood because something that it names could not be read. */
final class Unread {
    private final Map<String, List<Section>> sectionsByNeed = new HashMap<>();

    private Unread(List<Section> sections) {
        for (Section section : sections) {
            section.needs().forEach(name -> sectionsByNeed
                    .computeIfAbsent(name, none -> new ArrayList<>())
                    .add(section));
        }
    }

    /** Leaves out of all files what needs something that is left out of one, lest it be blamed for that. */
    static void leaveOut(List<FileReading> readings) {
        Set<String> names = new HashSet<>();
        readings.forEach(reading -> names.addAll(reading.unread()));
        if (names.isEmpty()) {
            return;
        }
        Map<FileReading, List<Section>> sections = new HashMap<>();
        readings.forEach(reading -> sections.put(reading, reading.sections()));
        Set<Section> needing =
                new Unread(sections.values().stream().flatMap(List::stream).toList()).needing(names);
        readings.forEach(reading -> reading.leaveOut(sections.getOrDefault(reading, List.of()).stream()
                .filter(needing::contains)
                .toList()));
    }

    private Set<Section> needing(Set<String> names) {
        Set<Section> needing = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            for (Section section : sectionsByNeed.getOrDefault(open.remove(), List.of())) {
                if (needing.add(section)) {
                    open.add(section.name());
                }
            }
        }
        return needing;
    }
}
