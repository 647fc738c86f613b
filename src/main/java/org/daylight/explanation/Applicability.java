package org.daylight.explanation;

import java.util.List;
import java.util.regex.Pattern;
import org.daylight.vocabulary.Request;

/**
 * Whether a rule could have concerned a request at all. A rule that asks for a request of another type, or by another service, is
 * about something else; all others could have: those that ask for this service, and those that mention no request, which score or
 * conclude.
 */
final class Applicability {
    private static final Pattern SERVICE = Pattern.compile("\\bservice\\b|\\bgetService\\b");

    private final WorkingMemory data;

    Applicability(WorkingMemory data) {
        this.data = data;
    }

    boolean of(ConditionNode step) {
        if (step instanceof ConditionNode.And all) {
            return all.steps().stream().allMatch(this::of);
        }
        if (step instanceof ConditionNode.Or either) {
            return either.steps().stream().anyMatch(this::of);
        }
        if (step instanceof ConditionNode.Exists some) {
            return of(some.inside());
        }
        return !(step instanceof ConditionNode.Pattern look)
                || !Request.class.isAssignableFrom(look.type())
                || data.ofType(look.type()).stream().anyMatch(request -> isAskedFor(look, request));
    }

    private static boolean isAskedFor(ConditionNode.Pattern look, Object request) {
        Bindings bound = Bindings.NONE.matched(look.variable(), request).with(look.bounds());
        List<ConditionNode.Test> tests = look.test() instanceof ConditionNode.Test.AllOf all ? all.tests() : List.of(look.test());
        return tests.stream()
                .filter(test -> test instanceof ConditionNode.Test.One one
                        && SERVICE.matcher(one.condition().text()).find()
                        && one.variables().stream().allMatch(bound::isBound))
                .allMatch(test -> NearMissSearch.holds(test, bound));
    }
}
