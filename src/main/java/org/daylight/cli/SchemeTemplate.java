package org.daylight.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A scheme that is complete though small: one service, a rule that grants it and the rule that meets it from the other side, each
 * with a case.
 */
final class SchemeTemplate {
    private static final String MANIFEST = """
            title: %1$s
            purpose: Say in one sentence what the scores and decisions of this scheme are for
            owner: Say who answers for it
            lawfulBasis: CONSENT
            timeZone: Europe/Berlin
            services:
              - { id: card, title: A resident's card, discloses: [outcome, reasons] }
            """;

    private static final String NOTICE = """
            # %1$s: what we keep about you, and what for

            Say here, in plain words, what data this scheme takes in, what its rules decide by it, who may see what, and how a decision
            is contested. Whoever enrols is shown this text; its hash is the notice's version.

            - We keep whether you live here.
            - By that, and by nothing else, it is decided whether you get a resident's card.
            - You may read your record, correct it, contest a decision and withdraw at any time.
            """;

    private static final String TYPES = """
            package %2$s

            // What may be stated about somebody. Data that no type declares is not accepted.

            declare Residence extends Fact
                here : boolean
            end
            """;

    private static final String RULES = """
            package %2$s

            // A service needs a rule that grants and one that refuses; together they cover everybody.

            rule "Residents get a card"
                @reason( "You live here: residents get a card" )
                @cites( "Say where this rule is printed" )
            when
                Request( service == "card" )
                exists Residence( here == true )
            then
                decision.grant();
            end

            rule "A card needs a residence here"
                @reason( "The card is for residents, and no residence here is on record" )
                @cites( "Say where this rule is printed" )
            when
                Request( service == "card" )
                not Residence( here == true )
            then
                decision.refuse();
            end
            """;

    private static final String CASES = """
            title: A resident's card
            cases:
              - name: Who lives here gets a card
                given:
                  - { fact: Residence, id: r1, at: 2026-01-01, data: { here: true } }
                asOf: 2026-11-01
                ask: { service: card }
                expect:
                  outcome: GRANTED
                  fired: [Residents get a card]
                  notFired: [A card needs a residence here]
                  reasons: ["You live here: residents get a card"]

              - name: Who moved away does not
                given:
                  - { fact: Residence, id: r1, at: 2026-01-01, data: { here: true } }
                  - { fact: Residence, id: r2, at: 2026-10-01, data: { here: false } }
                asOf: 2026-11-01
                ask: { service: card }
                expect:
                  outcome: REFUSED
                  fired: [A card needs a residence here]
                  notFired: [Residents get a card]
                  reasons: ["The card is for residents, and no residence here is on record"]

              - name: The rules about the card wait for the question
                asOf: 2026-11-01
                expect: { notFired: [Residents get a card, A card needs a residence here] }
            """;

    private SchemeTemplate() {}

    static FileTemplates of(String id) {
        String title = id.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + id.substring(1).replace('-', ' ');
        Map<String, String> files = new LinkedHashMap<>();
        files.put("scheme.yaml", MANIFEST);
        files.put("notice.md", NOTICE);
        files.put("types.drl", TYPES);
        files.put("card.drl", RULES);
        files.put("cases/card.yaml", CASES);
        files.replaceAll((file, text) -> text.formatted(title, id.replace('-', '_')));
        return new FileTemplates(files);
    }
}
