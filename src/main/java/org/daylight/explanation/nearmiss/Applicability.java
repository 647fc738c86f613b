package org.daylight.explanation.nearmiss;

import java.util.List;
import java.util.regex.Pattern;
import org.daylight.explanation.condition.Bindings;
import org.daylight.explanation.condition.ConditionNode;
import org.daylight.explanation.condition.WorkingMemory;
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

    boolean of(ConditionNode node) {
        if (node instanceof ConditionNode.And and) {
            return and.steps().stream().allMatch(this::of);
        }
        if (node instanceof ConditionNode.Or or) {
            return or.steps().stream().anyMatch(this::of);
        }
        if (node instanceof ConditionNode.Exists exists) {
            return of(exists.inside());
        }
        return !(node instanceof ConditionNode.Pattern pattern)
                || !Request.class.isAssignableFrom(pattern.type())
                || data.ofType(pattern.type()).stream().anyMatch(request -> isAskedFor(pattern, request));
    }

    private static boolean isAskedFor(ConditionNode.Pattern pattern, Object request) {
        Bindings bound = Bindings.NONE.matched(pattern.variable(), request).with(pattern.bounds());
        List<ConditionNode.Test> tests =
                pattern.test() instanceof ConditionNode.Test.AllOf all ? all.tests() : List.of(pattern.test());
        return tests.stream()
                .filter(test -> test instanceof ConditionNode.Test.One comparison
                        && SERVICE.matcher(comparison.condition().text()).find()
                        && comparison.variables().stream().allMatch(bound::isBound))
                .allMatch(test -> NearMissSearch.holds(test, bound));
    }
}
