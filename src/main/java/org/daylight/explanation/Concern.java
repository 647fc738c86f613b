package org.daylight.explanation;

import java.util.List;
import java.util.regex.Pattern;
import org.daylight.vocabulary.Request;

/**
 * Whether a rule could have concerned a request at all. A rule that asks for a request of another type, or by another service, is
 * about something else; all others could have: those that ask for this service, and those that mention no request, which score or
 * conclude.
 */
final class Concern {
    private static final Pattern SERVICE = Pattern.compile("\\bservice\\b|\\bgetService\\b");

    private final SeenData data;

    Concern(SeenData data) {
        this.data = data;
    }

    boolean of(Step step) {
        if (step instanceof Step.All all) {
            return all.steps().stream().allMatch(this::of);
        }
        if (step instanceof Step.Either either) {
            return either.steps().stream().anyMatch(this::of);
        }
        if (step instanceof Step.Some some) {
            return of(some.inside());
        }
        return !(step instanceof Step.Look look)
                || !Request.class.isAssignableFrom(look.type())
                || data.ofType(look.type()).stream().anyMatch(request -> isAskedFor(look, request));
    }

    private static boolean isAskedFor(Step.Look look, Object request) {
        Bindings bound = Bindings.NONE.matched(look.variable(), request).with(look.bounds());
        List<Step.Test> tests = look.test() instanceof Step.Test.AllOf all ? all.tests() : List.of(look.test());
        return tests.stream()
                .filter(test -> test instanceof Step.Test.One one
                        && SERVICE.matcher(one.condition().text()).find()
                        && one.variables().stream().allMatch(bound::isBound))
                .allMatch(test -> Search.holds(test, bound));
    }
}
