package org.daylight.publication;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.daylight.problem.AuthorProblem;
import org.daylight.records.RecordStore;
import org.daylight.rulebase.Compilation;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.PublishedScheme;
import org.daylight.scheme.Register;
import org.daylight.scheme.SchemeFolder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Holds the live revision of each scheme. A new one is built aside and put in place by one assignment, so no request ever finds
 * a scheme half changed or missing.
 */
public final class LiveSchemes implements Register {
    private static final Logger LOG = Logger.getLogger(LiveSchemes.class);

    /** In place of the revision of a folder whose content was not looked at. */
    private static final String NOTHING = "";

    private final Revisions revisions;
    private final SchemeCompiler compiler;
    private final Clock clock;
    private final Map<String, LiveScheme> live = new ConcurrentHashMap<>();
    private final Map<String, SchemeProblems> troubled = new ConcurrentHashMap<>();
    private final RevisionCache cache;
    private final Map<String, String> offered = new HashMap<>();
    private long followedPosition;
    private volatile Runnable observer = () -> {};

    public LiveSchemes(RecordStore records, SchemeCompiler compiler, Clock clock) {
        this.revisions = new Revisions(records);
        this.compiler = compiler.guarded();
        this.clock = clock;
        this.cache = new RevisionCache(revisions, this.compiler);
    }

    @Override
    public Optional<PublishedScheme> find(String scheme) {
        return live(scheme).map(liveScheme -> liveScheme.rules().published());
    }

    @Override
    public List<String> ids() {
        return List.copyOf(new TreeSet<>(live.keySet()));
    }

    public Optional<LiveScheme> live(String scheme) {
        return Optional.ofNullable(live.get(scheme));
    }

    /** The problems of each scheme's latest edit that did not go live, by scheme. */
    public SortedMap<String, List<AuthorProblem>> problems() {
        SortedMap<String, List<AuthorProblem>> problems = new TreeMap<>();
        troubled.forEach((scheme, trouble) -> problems.put(scheme, trouble.problems()));
        return problems;
    }

    /** The schemes whose latest edit did not go live, with its problems and since when. */
    public SortedMap<String, SchemeProblems> troubled() {
        return new TreeMap<>(troubled);
    }

    /**
     * Makes a folder's content live if it has no errors; otherwise the revision before it stays, or comes back from the store
     * after a restart. The same content is not taken up twice: another process may have made a newer revision live.
     */
    void offer(String scheme, SchemeFolder folder) {
        LiveScheme current = live.get(scheme);
        if (current == null || !folder.revision().equals(offered.get(scheme))) {
            takeUp(scheme, folder, current);
        }
        offered.put(scheme, folder.revision());
        observer.run();
    }

    /** Has something run after each change of {@link #ids} or {@link #troubled}. */
    public void whenChanged(Runnable run) {
        observer = run;
    }

    /** Notes why a folder's content is not even looked at; what was live stays, or comes back from the store. */
    void refuse(String scheme, List<AuthorProblem> why) {
        SchemeProblems known = troubled.get(scheme);
        if (known != null && known.problems().equals(why)) {
            return;
        }
        noteProblems(scheme, why);
        offered.put(scheme, NOTHING);
        if (!live.containsKey(scheme)) {
            restore(scheme);
        }
        observer.run();
    }

    private void takeUp(String scheme, SchemeFolder folder, @Nullable LiveScheme current) {
        if (current != null && current.rules().revision().equals(folder.revision())) {
            troubled.remove(scheme);
            return;
        }
        Compilation compilation = compiler.compile(scheme, folder);
        noteProblems(scheme, compilation.problems());
        if (compilation.ruleBase().isPresent()) {
            goLive(compilation.ruleBase().get());
        } else if (current == null) {
            restore(scheme);
        }
    }

    /**
     * Puts in place the revisions that other processes which share the store made live since: of each scheme that has a folder here,
     * the last publication is the live one everywhere.
     */
    void follow() {
        Map<String, Publication> newest = new HashMap<>();
        long last = followedPosition;
        for (Publication publication : revisions.after(followedPosition)) {
            last = publication.position();
            newest.put(publication.scheme(), publication);
        }
        newest.keySet().retainAll(offered.keySet());
        newest.values().forEach(this::follow);
        followedPosition = last;
    }

    private void follow(Publication publication) {
        String scheme = publication.scheme();
        LiveScheme current = live.get(scheme);
        if (current != null && current.rules().revision().equals(publication.revision())) {
            return;
        }
        revision(publication.revision())
                .ifPresentOrElse(
                        rules -> {
                            live.put(scheme, new LiveScheme(rules, publication.liveAt()));
                            LOG.infof(
                                    "scheme %s: revision %s is live, by another process",
                                    scheme, publication.revision());
                        },
                        () -> LOG.errorf(
                                "scheme %s: revision %s went live elsewhere and cannot be compiled here",
                                scheme, publication.revision()));
    }

    /** Takes a scheme whose folder is gone out of the register; its revisions stay kept. */
    void retire(String scheme) {
        troubled.remove(scheme);
        offered.remove(scheme);
        if (live.remove(scheme) != null) {
            LOG.warnf("scheme %s: its folder is gone, it no longer answers", scheme);
        }
        observer.run();
    }

    /** Logs all problems, and keeps those of an edit that cannot go live until it is mended. */
    private void noteProblems(String scheme, List<AuthorProblem> ofEdit) {
        ofEdit.forEach(problem -> LOG.warnf("scheme %s: %s", scheme, problem));
        if (ofEdit.stream().anyMatch(AuthorProblem::preventsGoingLive)) {
            troubled.compute(
                    scheme,
                    (id, before) -> new SchemeProblems(ofEdit, before == null ? clock.instant() : before.since()));
        } else {
            troubled.remove(scheme);
        }
    }

    private void goLive(RuleBase rules) {
        Publication publication = revisions.publish(rules);
        live.put(rules.scheme().id(), new LiveScheme(rules, publication.liveAt()));
        LOG.infof("scheme %s: revision %s is live", rules.scheme().id(), rules.revision());
    }

    private void restore(String scheme) {
        revisions.last(scheme).ifPresent(last -> revision(last.revision()).ifPresent(rules -> {
            live.put(scheme, new LiveScheme(rules, last.liveAt()));
            LOG.warnf("scheme %s: its folder has errors, revision %s stays live", scheme, last.revision());
        }));
    }

    /** Any revision that ever went live, compiled; empty when none has this hash or it no longer compiles. */
    public Optional<RuleBase> revision(String hash) {
        return live.values().stream()
                .map(LiveScheme::rules)
                .filter(rules -> rules.revision().equals(hash))
                .findFirst()
                .or(() -> cache.find(hash));
    }
}
