package org.daylight.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.SchemeFolder;
import org.daylight.scheme.Statement;
import org.daylight.scheme.Statement.Kind;

/**
 * A scheme of as many rules as wanted. Of ten rules eight look at one event, one asks whether an event exists and one counts
 * events; two more rules answer the question. The dossier's ten events concern ten different rules.
 */
final class GeneratedScheme {
    private static final int EVENTS = 10;
    private static final int ANSWERING_RULES = 2;

    private GeneratedScheme() {}

    static Inquiry inquiry(int rules) {
        SchemeFolder folder = new SchemeFolder(new TreeMap<>(Map.of(
                "scheme.yaml", utf8(MANIFEST), "notice.md", utf8("Generated.\n"), "rules.drl", utf8(drl(rules)))));
        return new Inquiry(
                Workload.compile("generated", folder), dossier(rules), Question.of("loan", Map.of()), Workload.AS_OF);
    }

    private static final String MANIFEST = """
            title: Generated
            purpose: To be measured
            owner: Nobody
            lawfulBasis: CONSENT
            timeZone: Europe/Berlin
            score: { start: 500 }
            services:
              - { id: loan, title: Loan }
            """;

    private static final String HEAD = """
            package generated

            declare Happened extends Event
                topic : int
                amount : int
            end

            rule "Granted from 500"
                @reason( "A standing of {$score} is enough" )
            when
                Request( service == "loan" )
                Standing( $score : score >= 500 )
            then
                decision.grant();
            end

            rule "Refused below 500"
                @reason( "A loan needs a standing of 500" )
            when
                Request( service == "loan" )
                Standing( score < 500 )
            then
                decision.refuse();
            end
            """;

    private static String drl(int rules) {
        StringBuilder drl = new StringBuilder(HEAD);
        for (int topic = 0; topic < rules - ANSWERING_RULES; topic++) {
            drl.append(
                    switch (topic % 10) {
                        case 8 -> rule(topic, "exists Happened( topic == " + topic + ", amount > 5 )", "Something");
                        case 9 ->
                            rule(
                                    topic,
                                    "accumulate( $e : Happened( topic == " + topic
                                            + " ); $times : count( $e ); $times > 0 )",
                                    "{$times} times");
                        default ->
                            rule(
                                    topic,
                                    "$e : Happened( topic == " + topic + ", amount > 5 )",
                                    "An amount of {$e.amount}");
                    });
        }
        return drl.toString();
    }

    private static String rule(int topic, String condition, String reason) {
        return """

                rule "Topic %d"
                    @reason( "%s in topic %d" )
                when
                    %s
                then
                    score.add( %d );
                end
                """.formatted(topic, reason, topic, condition, topic % 7 + 1);
    }

    private static Dossier dossier(int rules) {
        int topics = rules - ANSWERING_RULES;
        List<Statement> events = IntStream.range(0, EVENTS)
                .mapToObj(number -> Statement.of(
                        Kind.EVENT,
                        "Happened",
                        "urn:benchmark",
                        "e" + number,
                        Workload.AS_OF.minusSeconds(86_400L * (number + 1)),
                        Map.of("topic", (long) number * topics / EVENTS, "amount", (long) (6 + number))))
                .toList();
        return new Dossier("generated", "ada", true, events);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
