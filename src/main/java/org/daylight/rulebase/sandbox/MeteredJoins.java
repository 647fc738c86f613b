package org.daylight.rulebase.sandbox;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.drools.base.common.NetworkNode;
import org.drools.core.common.BetaConstraints;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.BetaNode;
import org.drools.core.reteoo.FromNode;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;

/**
 * Makes every node that joins data, counts data, or takes data from a list, pay a step for each pair or datum it looks at. Woven code
 * alone would not see a join without conditions, nor one that an index answers, and four such joins over a thousand events are a
 * trillion pairs.
 */
public final class MeteredJoins {
    private static final Field CONSTRAINTS = EngineField.of(BetaNode.class, "constraints");
    private static final Field SOURCE = EngineField.of(FromNode.class, "dataProvider");
    private static final Field COUNTED = EngineField.of(AccumulateNode.class, "accumulate");

    private final Set<NetworkNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private MeteredJoins() {}

    public static void meter(KieBase engine) {
        MeteredJoins joins = new MeteredJoins();
        ((InternalRuleBase) engine).getRete().getEntryPointNodes().values().forEach(joins::visit);
    }

    private void visit(NetworkNode node) {
        if (!seen.add(node)) {
            return;
        }
        if (node instanceof BetaNode join) {
            meter(join);
        }
        if (node instanceof FromNode<?> from) {
            meter(from);
        }
        if (node instanceof AccumulateNode counting) {
            String rule = rule(counting.getAssociatedRules());
            EngineField.set(COUNTED, counting, new MeteredAccumulate(counting.getAccumulate(), rule));
        }
        NetworkNode[] sinks = node.getSinks();
        if (sinks != null) {
            for (NetworkNode sink : sinks) {
                visit(sink);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void meter(BetaNode join) {
        BetaConstraints<Object> plain = (BetaConstraints<Object>) join.getRawConstraints();
        EngineField.set(CONSTRAINTS, join, new MeteredConstraints(plain, rule(join.getAssociatedRules())));
    }

    private static void meter(FromNode<?> from) {
        EngineField.set(SOURCE, from, new MeteredSource(from.getDataProvider(), rule(from.getAssociatedRules())));
    }

    /** A node that several rules share is attributed to the first of them. */
    private static String rule(Rule... rules) {
        return rules.length == 0 ? "" : rules[0].getName();
    }
}
