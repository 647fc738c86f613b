package org.daylight.explanation.language;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.evaluation.Outcome;
import org.daylight.evaluation.ReasonRenderer;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.source.ReasonTemplate;
import org.daylight.rulebase.source.RuleText;
import org.daylight.scheme.Catalogue;
import org.daylight.scheme.Catalogue.Section;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.Scheme;
import org.jspecify.annotations.Nullable;

/**
 * A scheme in one language. What its catalogue leaves out is said as the rules say it; dates, numbers and amounts are printed for
 * people of that language.
 */
public final class SchemeLanguage implements ReasonRenderer {
    private static final String PHRASES = "org.daylight.explanation.language.phrases";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    /** Names that end so hold an amount in the currency's minor unit. */
    private static final String MINOR_UNIT = "Cents";

    private final RuleBase rules;
    private final Manifest manifest;
    private final Locale language;
    private final Optional<Catalogue> catalogue;
    private final ResourceBundle phrases;

    private SchemeLanguage(RuleBase rules, Locale language) {
        Scheme scheme = rules.scheme();
        this.rules = rules;
        this.manifest = scheme.manifest();
        this.language = language;
        this.catalogue = Optional.ofNullable(scheme.catalogues().get(language.toLanguageTag()));
        // Without a fallback to the machine's own language: what a citizen reads must not depend on where it is
        // written.
        this.phrases = ResourceBundle.getBundle(
                PHRASES,
                language,
                SchemeLanguage.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Chooses the scheme's language that fits best; see {@link Languages#choose}. */
    public static SchemeLanguage of(RuleBase rules, @Nullable String accepted) {
        return new SchemeLanguage(rules, Languages.choose(rules.scheme(), accepted));
    }

    public Locale language() {
        return language;
    }

    /** Fills the places {@code {0}}, {@code {1}} of a fixed phrase; what is put in stays as it is, whatever braces it has. */
    public String phrase(String key, Object... values) {
        return PLACE.matcher(phrases.getString(key))
                .replaceAll(place -> Matcher.quoteReplacement(filling(place, values)));
    }

    private static String filling(MatchResult place, Object... values) {
        int index = Integer.parseInt(place.group(1));
        return index < values.length ? String.valueOf(values[index]) : place.group();
    }

    // ---- The scheme's own words -------------------------------------------------------------------

    public String title() {
        return translated(Section.MANIFEST, Catalogue.TITLE, manifest.title());
    }

    public String purpose() {
        return translated(Section.MANIFEST, Catalogue.PURPOSE, manifest.purpose());
    }

    public String owner() {
        return translated(Section.MANIFEST, Catalogue.OWNER, manifest.owner());
    }

    public String service(String id) {
        String title = manifest.service(id).map(service -> service.title()).orElse(id);
        return translated(Section.SERVICES, id, title);
    }

    public String band(String name) {
        return translated(Section.BANDS, name, name);
    }

    public String type(String name) {
        return translated(Section.TYPES, name, plain(name));
    }

    public boolean isFact(String type) {
        return rules.types()
                .find(type)
                .filter(declared -> declared.kind() == DeclaredType.Kind.FACT)
                .isPresent();
    }

    public String field(String type, String field) {
        return translated(Section.FIELDS, type + "." + field, plain(field));
    }

    public String term(String name) {
        return translated(Section.TERMS, name, plain(name));
    }

    public @Nullable String cites(@Nullable String citation) {
        return citation == null ? null : translated(Section.CITES, citation, citation);
    }

    public String outcome(Outcome outcome) {
        return phrase("outcome." + outcome.name());
    }

    private String translated(Section section, String key, String otherwise) {
        return catalogue
                .flatMap(translations -> translations.find(section, key))
                .orElse(otherwise);
    }

    /** Turns {@code ReturnedOnTime} into `returned on time`, and {@code amountCents} into `amount`. */
    private static String plain(String name) {
        String named = name.length() > MINOR_UNIT.length() && name.endsWith(MINOR_UNIT)
                ? name.substring(0, name.length() - MINOR_UNIT.length())
                : name;
        return named.replaceAll("(?<=[a-z0-9])(?=[A-Z])|_|-", " ").toLowerCase(Locale.ROOT);
    }

    // ---- Values -----------------------------------------------------------------------------------

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(date);
    }

    public String moment(Instant instant) {
        ZoneId zone = manifest.timeZone();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language)
                .format(instant.atZone(zone));
    }

    /** Prints the day in the scheme's time zone. */
    public String day(Instant instant) {
        return date(manifest.dayOf(instant));
    }

    public String number(Number number) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(9);
        return format.format(number);
    }

    /** Prints points with the scheme's decimals. */
    public String points(long points) {
        return decimal(points, manifest.score().decimals());
    }

    public String money(Number minorUnits) {
        Currency currency = manifest.currency();
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(new BigDecimal(minorUnits.toString()).movePointLeft(currency.getDefaultFractionDigits()));
    }

    /**
     * Prints a value as people write it.
     *
     * @param name name of the field, term or binding that holds it: it tells amounts from other numbers
     */
    public String value(String name, @Nullable Object value) {
        if (value instanceof Number number) {
            return name.endsWith(MINOR_UNIT) ? money(number) : number(number);
        }
        if (value instanceof LocalDate date) {
            return date(date);
        }
        if (value instanceof Instant instant) {
            return moment(instant);
        }
        if (value instanceof Boolean truth) {
            return phrase(truth ? "yes" : "no");
        }
        if (value instanceof Enum<?> choice) {
            return choice(choice.name());
        }
        return value instanceof String text ? text(text) : value == null ? phrase("nothing") : String.valueOf(value);
    }

    /** Reads dates, decimals and choices, which statements and terms keep as text. */
    private String text(String text) {
        if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            try {
                return date(LocalDate.parse(text));
            } catch (DateTimeParseException noDate) {
                return text;
            }
        }
        if (text.matches("-?\\d{1,18}\\.\\d{1,9}")) {
            BigDecimal number = new BigDecimal(text);
            return decimal(number.unscaledValue().longValue(), number.scale());
        }
        return choice(text);
    }

    /** Translates a constant of a declared enum; any other text stays as it is. */
    private String choice(String text) {
        boolean isChoice = rules.types().byName().values().stream()
                .flatMap(type -> type.fields().stream())
                .anyMatch(field -> field.choices().contains(text));
        return isChoice ? translated(Section.CHOICES, text, plain(text)) : text;
    }

    /** Joins clauses. */
    public String list(List<String> clauses) {
        return String.join(phrase("and"), clauses);
    }

    // ---- Reasons ----------------------------------------------------------------------------------

    @Override
    public @Nullable ReasonTemplate reason(RuleText rule) {
        return rules.reason(rule, language.toLanguageTag());
    }

    @Override
    public @Nullable Object shown(ReasonTemplate.Place place, @Nullable Object value) {
        String name = place.fields().isEmpty()
                ? place.binding()
                : place.fields().get(place.fields().size() - 1);
        return place.decimals() > 0 && value instanceof Number digits
                ? decimal(digits.longValue(), place.decimals())
                : value(name, value);
    }

    /** Prints a whole number with that many of its digits behind the point. */
    private String decimal(long digits, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(digits, decimals));
    }
}
