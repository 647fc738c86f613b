package org.daylight.evaluation;

import java.time.Instant;
import java.util.Optional;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.ServiceEntry;
import org.jspecify.annotations.Nullable;

/**
 * The input of an assessment.
 *
 * @param rules the revision to decide by
 * @param dossier may hold more than is valid at {@code asOf}; the order of its statements does not matter
 * @param question null when only the standing is wanted; its attributes fit the service's request type
 * @param asOf the moment asked about
 */
public record Inquiry(
        RuleBase rules, Dossier dossier, @Nullable Question question, Instant asOf) {

    /** The same inquiry about another dossier. */
    public Inquiry with(Dossier other) {
        return new Inquiry(rules, other, question, asOf);
    }

    /** The same inquiry as of another moment. */
    public Inquiry at(Instant moment) {
        return new Inquiry(rules, dossier, question, moment);
    }

    /** The question of an inquiry that has one. */
    public Question requireQuestion() {
        if (question == null) {
            throw new IllegalStateException("nothing was asked");
        }
        return question;
    }

    /** The service that asks; empty when only the standing is wanted. */
    public Optional<ServiceEntry> service() {
        return Optional.ofNullable(question).map(Question::service).map(id -> rules.scheme()
                .manifest()
                .service(id)
                .orElseThrow(() -> new IllegalArgumentException("the scheme has no service `" + id + "`")));
    }

    /** Whether events, and a score made from events, must stay out: an essential service asks, by a scheme that knows conduct. */
    public boolean isWithoutConduct() {
        return !rules.types().isNeedScheme()
                && service().map(ServiceEntry::essential).orElse(false);
    }
}
