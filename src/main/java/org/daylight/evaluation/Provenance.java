package org.daylight.evaluation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeSet;
import org.daylight.rulebase.source.RuleText;

/** The data of one assessment by object: its id in the trace, and the statements and rows it rests on. */
final class Provenance {
    private final IdentityHashMap<Object, Entry> entries = new IdentityHashMap<>();
    private int derived;

    private record Entry(String id, boolean input, List<String> causes) {}

    /** Notes data that was stated; it is its own cause. */
    void stated(Object object, String id) {
        entries.put(object, new Entry(id, true, List.of(id)));
    }

    /** Notes what the assessment itself provides: the moment, the standing, the request. No ledger line rests on these. */
    void provided(Object object, String id) {
        entries.put(object, new Entry(id, true, List.of()));
    }

    /** Notes data that a rule made out of other data, and returns its id. */
    String derived(Object object, List<String> causes) {
        String id = "derived:" + ++derived;
        entries.put(object, new Entry(id, false, causes));
        return id;
    }

    /** The object's id in traces; empty for an object that is no data of this assessment. */
    String id(Object object) {
        Entry entry = entries.get(object);
        return entry == null ? "" : entry.id();
    }

    boolean isInput(Object object) {
        Entry entry = entries.get(object);
        return entry != null && entry.input();
    }

    /** How many statements and rows the objects name, each as often as it is named. */
    int countCauses(List<Object> objects) {
        long count = 0;
        for (Object object : objects) {
            Entry entry = entries.get(object);
            count += entry == null ? 0 : entry.causes().size();
        }
        return (int) Math.min(count, Integer.MAX_VALUE / 2);
    }

    /** Statements and rows that these objects rest on, directly or through what rules derived; sorted. */
    List<String> causes(List<Object> objects) {
        TreeSet<String> causes = new TreeSet<>();
        for (Object object : objects) {
            Entry entry = entries.get(object);
            if (entry != null) {
                causes.addAll(entry.causes());
            }
        }
        return List.copyOf(causes);
    }

    /** The objects as a trace shows them for a rule; objects that are no data, such as an accumulation's result, are left out. */
    List<Datum> shown(List<Object> objects, RuleText rule) {
        List<Datum> data = new ArrayList<>();
        for (Object object : objects) {
            Entry entry = entries.get(object);
            if (entry != null) {
                data.add(Datum.of(entry.id(), object, rule));
            }
        }
        return data;
    }
}
