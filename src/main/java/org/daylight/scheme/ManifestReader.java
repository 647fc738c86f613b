package org.daylight.scheme;

import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.daylight.problem.ProblemCode;

/** Reads {@code scheme.yaml}. */
final class ManifestReader {
    private static final Set<Disclosure> DISCLOSED_BY_DEFAULT = Set.of(Disclosure.OUTCOME, Disclosure.TERMS);
    private static final int MOST_DECIMALS = 9;

    private ManifestReader() {}

    static Optional<Manifest> read(String text, Problems problems) {
        return YamlFile.parse(Manifest.FILE, text, problems).map(ManifestReader::manifest);
    }

    private static Manifest manifest(YamlMap yaml) {
        Manifest manifest = new Manifest(
                yaml.text("title"),
                yaml.text("purpose"),
                yaml.text("owner"),
                yaml.choice("lawfulBasis", LawfulBasis.class)
                        .orElseGet(() -> missing(yaml, "lawfulBasis", LawfulBasis.CONSENT)),
                yaml.scalar("timeZone", "a time zone such as `Europe/Berlin`", ZoneId::of)
                        .orElseGet(() -> missing(yaml, "timeZone", ZoneId.of("UTC"))),
                yaml.map("score").map(ManifestReader::score).orElse(new ScoreRange(0, null, null, 0, 0)),
                bands(yaml),
                yaml.scalar("lookback", "a period such as `P3Y`", ManifestReader::lookback)
                        .orElse(null),
                services(yaml),
                yaml.textList("monitoring"),
                yaml.scalar("language", "a language tag such as `en`", tag -> CatalogueReader.language(tag)
                                .orElseThrow())
                        .orElse(Locale.ENGLISH),
                yaml.scalar("currency", "a currency's code such as `EUR`", Currency::getInstance)
                        .orElse(Currency.getInstance("EUR")));
        yaml.refuseUnknownKeys();
        return manifest;
    }

    /** Has the mapping report a missing key, and gives a value with which reading goes on. */
    private static <T> T missing(YamlMap yaml, String key, T standIn) {
        if (!yaml.keys().contains(key)) {
            yaml.text(key);
        }
        return standIn;
    }

    private static Period lookback(String text) {
        Period period = Period.parse(text);
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException(text);
        }
        return period;
    }

    private static ScoreRange score(YamlMap yaml) {
        ScoreRange range = new ScoreRange(
                yaml.optionalWhole("start").orElse(0L),
                yaml.optionalWhole("floor").orElse(null),
                yaml.optionalWhole("ceiling").orElse(null),
                Math.toIntExact(within(yaml, "decimals", MOST_DECIMALS)),
                Math.toIntExact(within(yaml, "minimumEvents", Integer.MAX_VALUE)));
        if (range.floor() != null && range.ceiling() != null && range.floor() > range.ceiling()) {
            yaml.report(ProblemCode.WRONG_VALUE, "floor", "`floor` is above `ceiling`");
        } else if (range.clamp(range.start()) != range.start()) {
            yaml.report(ProblemCode.WRONG_VALUE, "start", "`start` is not between `floor` and `ceiling`");
        }
        yaml.refuseUnknownKeys();
        return range;
    }

    private static long within(YamlMap yaml, String key, int most) {
        long value = yaml.optionalWhole(key).orElse(0L);
        if (value < 0 || value > most) {
            yaml.report(ProblemCode.WRONG_VALUE, key, "`" + key + "` is `" + value + "`, expected 0 to " + most);
            return 0;
        }
        return value;
    }

    private static List<Band> bands(YamlMap yaml) {
        List<Band> bands = new ArrayList<>();
        for (YamlMap entry : yaml.mapList("bands")) {
            Band band = new Band(
                    entry.text("name"), entry.optionalWhole("from").orElseGet(() -> missing(entry, "from", 0L)));
            if (!bands.isEmpty() && bands.get(bands.size() - 1).from() >= band.from()) {
                entry.report(ProblemCode.WRONG_VALUE, "from", "bands must rise: `" + band.name() + "` begins too low");
            }
            entry.refuseUnknownKeys();
            bands.add(band);
        }
        return bands;
    }

    private static List<ServiceEntry> services(YamlMap yaml) {
        List<ServiceEntry> services = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlMap entry : yaml.mapList("services")) {
            ServiceEntry service = new ServiceEntry(
                    entry.text("id"),
                    entry.text("title"),
                    entry.optionalTruth("essential").orElse(false),
                    entry.optionalText("request").orElse(null),
                    entry.choiceList("discloses", Disclosure.class).orElse(DISCLOSED_BY_DEFAULT),
                    entry.scalars("ranking", RankBy.EXPECTED, RankBy::parse));
            if (!ids.add(service.id())) {
                entry.report(ProblemCode.DUPLICATE_SERVICE, "id", "the service `" + service.id() + "` is listed twice");
            }
            entry.refuseUnknownKeys();
            services.add(service);
        }
        if (services.isEmpty()) {
            yaml.report(ProblemCode.MISSING_KEY, "services", "a scheme needs at least one service under `services`");
        }
        return services;
    }
}
