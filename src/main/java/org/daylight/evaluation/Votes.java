package org.daylight.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.daylight.rulebase.exact.Wide;

/**
 * What the firings of one assessment asked for, and the terms they set. A term belongs to the outcome that its firing asks for; a
 * firing that asks for none says something about the answer whatever it is, and its terms belong to every outcome.
 */
final class Votes {
    private final List<Vote> votes = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();

    private record Vote(Outcome outcome, Reason reason) {}

    private record Term(int firing, String rule, String name, Object value) {}

    /** A term of the answer that two firings set differently. */
    record Conflict(String rule, String message) {}

    void vote(Outcome outcome, Reason reason) {
        votes.add(new Vote(outcome, reason));
    }

    void term(int firing, String rule, String name, Object value) {
        terms.add(new Term(firing, rule, name, value));
    }

    /** Any refer wins, else any refuse, else any grant, else nothing was decided. */
    Outcome outcome() {
        for (Outcome outcome : List.of(Outcome.REFERRED, Outcome.REFUSED, Outcome.GRANTED)) {
            if (votes.stream().anyMatch(vote -> vote.outcome() == outcome)) {
                return outcome;
            }
        }
        return Outcome.UNDECIDED;
    }

    /** Numbers of the firings that asked for an outcome. */
    Set<Integer> firings(Outcome outcome) {
        return votes.stream()
                .filter(vote -> vote.outcome() == outcome)
                .map(vote -> vote.reason().firing())
                .collect(Collectors.toSet());
    }

    /** The same votes, those for refusal by these firings only; what belongs to the others goes with them. */
    Votes refusedBy(Predicate<Integer> firing) {
        Votes kept = new Votes();
        Set<Integer> dropped = new HashSet<>(firings(Outcome.REFUSED));
        dropped.removeIf(firing);
        votes.stream()
                .filter(vote -> vote.outcome() != Outcome.REFUSED
                        || firing.test(vote.reason().firing()))
                .forEach(kept.votes::add);
        terms.stream().filter(term -> !dropped.contains(term.firing())).forEach(kept.terms::add);
        return kept;
    }

    /** The same votes, each refusal a referral. */
    Votes referred() {
        Votes referred = new Votes();
        votes.forEach(vote ->
                referred.vote(vote.outcome() == Outcome.REFUSED ? Outcome.REFERRED : vote.outcome(), vote.reason()));
        referred.terms.addAll(terms);
        return referred;
    }

    /** The answer that they come to. */
    DecisionResult answer(String service) {
        Outcome outcome = outcome();
        List<Reason> reasons = votes.stream()
                .filter(vote -> vote.outcome() == outcome)
                .map(Vote::reason)
                .toList();
        TreeMap<String, Object> belonging = new TreeMap<>();
        terms(outcome).forEach(term -> belonging.put(term.name(), term.value()));
        return new DecisionResult(service, outcome, belonging, reasons);
    }

    /** The first term of the answer that was set to one value by one firing and to another by a later one. */
    Optional<Conflict> conflict() {
        Map<String, Term> earlier = new TreeMap<>();
        for (Term term : terms(outcome())) {
            Term other = earlier.putIfAbsent(term.name(), term);
            if (other != null && !Wide.equal(other.value(), term.value())) {
                return Optional.of(new Conflict(
                        term.rule(),
                        "set the term `" + term.name() + "` to `" + term.value() + "`, but `" + other.rule()
                                + "` had set it to `" + other.value() + "`"));
            }
        }
        return Optional.empty();
    }

    private List<Term> terms(Outcome outcome) {
        Map<Integer, Set<Outcome>> asked = new TreeMap<>();
        votes.forEach(vote -> asked.computeIfAbsent(vote.reason().firing(), none -> new HashSet<>())
                .add(vote.outcome()));
        return terms.stream()
                .filter(term ->
                        asked.getOrDefault(term.firing(), Set.of(outcome)).contains(outcome))
                .toList();
    }
}
