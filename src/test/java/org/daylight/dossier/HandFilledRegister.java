package org.daylight.dossier;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Field;
import org.daylight.scheme.FieldType;
import org.daylight.scheme.LawfulBasis;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.Notice;
import org.daylight.scheme.PublishedScheme;
import org.daylight.scheme.Register;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.SchemeFolder;
import org.daylight.scheme.ScoreRange;
import org.daylight.scheme.Types;

/** A register filled by hand, with {@code community} live at first. */
final class HandFilledRegister implements Register {
    static final String NOTICE = "notice-1";

    static final DeclaredType LATE_RETURN =
            type("LateReturn", DeclaredType.Kind.EVENT, field("daysLate", FieldType.INT, true));
    static final DeclaredType INCOME = type(
            "Income",
            DeclaredType.Kind.FACT,
            field("amount", FieldType.DECIMAL, true),
            field("from", FieldType.DATE, false),
            field("note", FieldType.TEXT, false));
    static final DeclaredType LOAN_REQUEST =
            type("LoanRequest", DeclaredType.Kind.REQUEST, field("months", FieldType.INT, true));

    private final Map<String, PublishedScheme> live = new ConcurrentSkipListMap<>();

    HandFilledRegister() {
        publish("community", NOTICE, LATE_RETURN, INCOME, LOAN_REQUEST);
        publish("driving", NOTICE, type("Offence", DeclaredType.Kind.EVENT));
    }

    void publish(String id, String notice, DeclaredType... types) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("scheme.yaml", id.getBytes(StandardCharsets.UTF_8));
        files.put("types.drl", List.of(types).toString().getBytes(StandardCharsets.UTF_8));
        files.put("notice.md", notice.getBytes(StandardCharsets.UTF_8));
        Manifest manifest = new Manifest(
                id,
                "purpose",
                "owner",
                LawfulBasis.CONSENT,
                ZoneOffset.UTC,
                new ScoreRange(500, null, null, 0, 0),
                List.of(),
                null,
                List.of(),
                List.of(),
                Locale.ENGLISH,
                Currency.getInstance("EUR"));
        Map<String, DeclaredType> byName = new TreeMap<>(Comparator.naturalOrder());
        for (DeclaredType type : types) {
            byName.put(type.name(), type);
        }
        Scheme scheme = new Scheme(
                id,
                new SchemeFolder(new TreeMap<>(files)),
                manifest,
                new Notice(notice, "We hold data."),
                new TreeMap<>());
        live.put(id, new PublishedScheme(scheme, new Types(new TreeMap<>(byName))));
    }

    void remove(String id) {
        live.remove(id);
    }

    @Override
    public Optional<PublishedScheme> find(String scheme) {
        return Optional.ofNullable(live.get(scheme));
    }

    @Override
    public List<String> ids() {
        return List.copyOf(live.keySet());
    }

    static DeclaredType type(String name, DeclaredType.Kind kind, Field... fields) {
        return new DeclaredType(name, kind, List.of(fields), "types.drl", 1);
    }

    static Field field(String name, FieldType type, boolean required) {
        return new Field(name, type, type.name(), required, false, List.of(), null);
    }
}
