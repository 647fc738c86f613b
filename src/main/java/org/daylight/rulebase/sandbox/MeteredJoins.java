package org.daylight.rulebase.sandbox;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.drools.base.common.NetworkNode;
import org.drools.core.common.BetaConstraints;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.BetaNode;
import org.drools.core.reteoo.FromNode;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;

/**
 * Makes every node that joins data, or takes data from a list, pay a step for each pair it looks at. Woven code alone would not
 * see a join without conditions, nor one that an index answers, and four such joins over a thousand events are a trillion pairs.
 */
public final class MeteredJoins {
    private static final Field CONSTRAINTS = field(BetaNode.class, "constraints");
    private static final Field SOURCE = field(FromNode.class, "dataProvider");

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
        set(CONSTRAINTS, join, new MeteredConstraints(plain, rule(join.getAssociatedRules())));
    }

    private static void meter(FromNode<?> from) {
        set(SOURCE, from, new MeteredSource(from.getDataProvider(), rule(from.getAssociatedRules())));
    }

    private static void set(Field field, NetworkNode node, Object metered) {
        try {
            field.set(node, metered);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A node that several rules share is attributed to the first of them. */
    private static String rule(Rule... rules) {
        return rules.length == 0 ? "" : rules[0].getName();
    }

    /** The engine builds its nodes itself and offers no other place to step in between. */
    private static Field field(Class<?> node, String name) {
        try {
            Field field = node.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException anotherEngine) {
            throw new IllegalStateException("this engine's joins cannot be metered", anotherEngine);
        }
    }
}
