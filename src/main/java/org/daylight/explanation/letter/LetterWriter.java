package org.daylight.explanation.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daylight.evaluation.Adjustment;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.DecisionResult;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.explanation.counterfactual.FutureChanges;
import org.daylight.explanation.counterfactual.WhatIf;
import org.daylight.explanation.language.SchemeLanguage;
import org.daylight.explanation.letter.Letter.Item;
import org.daylight.explanation.letter.Letter.Particular;
import org.daylight.explanation.letter.Letter.Section;
import org.daylight.explanation.reason.NotCounted;
import org.daylight.explanation.reason.NotCountedFinder;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.source.RuleText;
import org.daylight.scheme.ServiceEntry;
import org.daylight.vocabulary.Standing;
import org.jspecify.annotations.Nullable;

/** Writes the letter about one decision. */
public final class LetterWriter {
    private final Inquiry inquiry;
    private final RuleBase rules;
    private final Question question;
    private final About about;
    private final SchemeLanguage language;
    private final Assessment assessed;
    private final List<Section> sections = new ArrayList<>();

    /**
     * The decision that the letter is about.
     *
     * @param decision its id; null where it is not recorded
     * @param decidedAt null where it is not recorded
     */
    public record About(@Nullable String decision, @Nullable Instant decidedAt) {}

    private LetterWriter(Inquiry inquiry, About about, SchemeLanguage language) {
        this.inquiry = inquiry;
        this.rules = inquiry.rules();
        this.question = inquiry.requireQuestion();
        this.about = about;
        this.language = language;
        this.assessed = Evaluation.assess(inquiry, language);
    }

    /**
     * Writes the letter.
     *
     * @param inquiry an inquiry that asks a question; its dossier is all that was known, also what was too old to count
     */
    public static Letter write(Inquiry inquiry, About about, SchemeLanguage language) {
        return new LetterWriter(inquiry, about, language).write();
    }

    private Letter write() {
        DecisionResult answer = assessed.answer();
        reasons(answer);
        terms(answer);
        standing();
        notCounted();
        change();
        when();
        contest();
        notice();
        return new Letter(
                language.language().toLanguageTag(),
                language.owner(),
                language.phrase("letter.title", language.service(question.service())),
                particulars(),
                language.phrase("letter.outcome." + answer.outcome().name()),
                sections);
    }

    private List<Particular> particulars() {
        List<Particular> particulars = new ArrayList<>();
        particular(particulars, "letter.scheme", language.title());
        particular(particulars, "letter.purpose", language.purpose());
        particular(particulars, "letter.about", inquiry.dossier().citizen());
        List<String> parts = new ArrayList<>(List.of(language.service(question.service())));
        String request = inquiry.service().map(ServiceEntry::request).orElse("Request");
        question.attributes()
                .forEach(
                        (name, value) -> parts.add(language.field(request, name) + ": " + language.value(name, value)));
        particular(particulars, "letter.asked", String.join("; ", parts));
        particular(particulars, "letter.asOf", language.moment(inquiry.asOf()));
        if (about.decidedAt() != null) {
            particular(particulars, "letter.decidedAt", language.moment(about.decidedAt()));
        }
        if (about.decision() != null) {
            particular(particulars, "letter.number", about.decision());
        }
        return particulars;
    }

    private void particular(List<Particular> particulars, String label, String says) {
        particulars.add(new Particular(language.phrase(label), says));
    }

    private void section(String heading, @Nullable String intro, List<Item> items) {
        if (intro != null || !items.isEmpty()) {
            sections.add(new Section(language.phrase(heading), intro, items));
        }
    }

    private void reasons(DecisionResult answer) {
        List<Item> items = answer.reasons().stream()
                .map(reason -> item(reason.reason(), reason.rule(), reason.cites(), ""))
                .toList();
        section("letter.reasons", items.isEmpty() ? language.phrase("letter.noReasons") : null, items);
    }

    /** Makes a paragraph; its note says, for whoever checks it, where that is printed and which rule said so. */
    private Item item(@Nullable String says, @Nullable String rule, @Nullable String cites, String figure) {
        List<String> note = new ArrayList<>();
        Optional.ofNullable(language.cites(cites)).ifPresent(note::add);
        Optional<RuleText> text = Optional.ofNullable(rule).flatMap(rules::rule);
        text.ifPresent(
                source -> note.add(language.phrase("letter.rule", source.name(), source.file() + ":" + source.line())));
        String sentence = says == null ? String.valueOf(rule) : says;
        return new Item(sentence, figure, String.join(" · ", note));
    }

    private void terms(DecisionResult answer) {
        List<Item> items = new ArrayList<>();
        answer.terms()
                .forEach((name, value) -> items.add(new Item(language.term(name), language.value(name, value), "")));
        section("letter.terms", null, items);
    }

    private void standing() {
        Standing standing = assessed.standing();
        if (standing == null) {
            boolean isMissed = !inquiry.service().map(ServiceEntry::essential).orElse(false)
                    && rules.relevantTo(question.service()).contains("Standing");
            section("letter.standing", isMissed ? language.phrase("letter.standing.notScored") : null, List.of());
            return;
        }
        String score = language.points(standing.score());
        String says = standing.band().isEmpty()
                ? language.phrase("letter.standing.points", score)
                : language.phrase("letter.standing.scored", score, language.band(standing.band()));
        List<Item> items = new ArrayList<>();
        items.add(new Item(language.phrase("letter.standing.start"), language.points(assessed.start()), ""));
        for (Adjustment line : assessed.adjustments()) {
            String sign = line.points() > 0 ? "+" : "";
            boolean isLimit = line.rule() == null;
            String sentence = isLimit ? language.phrase("letter.standing.limit", score) : line.reason();
            items.add(item(sentence, line.rule(), line.cites(), sign + language.points(line.points())));
        }
        section("letter.standing", says, items);
    }

    private void notCounted() {
        List<Item> items = new ArrayList<>();
        for (NotCounted notCounted : NotCountedFinder.find(inquiry, assessed)) {
            items.add(new Item(
                    language.phrase("letter.aside.of", language.type(notCounted.type()), language.day(notCounted.at())),
                    "",
                    language.phrase("letter.aside." + notCounted.why().name())));
        }
        section("letter.setAside", null, items);
    }

    private void change() {
        WhatIf whatIf = WhatIf.of(inquiry, assessed, language);
        List<Item> items =
                whatIf.ways().stream().map(way -> Item.of(way.text())).toList();
        section("letter.change", items.isEmpty() ? whatIf.text() : language.phrase("letter.change.intro"), items);
    }

    private void when() {
        FutureChanges when = FutureChanges.of(inquiry, assessed, language);
        List<Item> items =
                when.changes().stream().map(turn -> Item.of(turn.text())).toList();
        String none = language.phrase("letter.when.none", language.date(when.until()));
        section("letter.when", items.isEmpty() ? none : null, items);
    }

    private void contest() {
        String how = about.decision() == null
                ? language.phrase("letter.contest.unnumbered")
                : language.phrase("letter.contest.text", about.decision());
        section("letter.contest", how, List.of(Item.of(language.phrase("letter.contest.where", language.owner()))));
    }

    private void notice() {
        section(
                "letter.notice",
                null,
                List.of(
                        Item.of(language.phrase(
                                "letter.notice.text", rules.scheme().notice().version())),
                        Item.of(language.phrase("letter.revision.text", rules.revision()))));
    }
}
