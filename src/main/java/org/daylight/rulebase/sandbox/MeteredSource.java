package org.daylight.rulebase.sandbox;

import java.util.Iterator;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.accessor.DataProvider;

/** The source of a {@code from}'s data; each datum taken is a step. */
record MeteredSource(DataProvider plain, String rule) implements DataProvider {
    @Override
    public Declaration[] getRequiredDeclarations() {
        return plain.getRequiredDeclarations();
    }

    @Override
    public Object createContext() {
        return plain.createContext();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Iterator getResults(BaseTuple tuple, ValueResolver resolver, Object context) {
        Meter.enter(rule, 1);
        Iterator data = plain.getResults(tuple, resolver, context);
        return new Iterator<Object>() {
            @Override
            public boolean hasNext() {
                return data.hasNext();
            }

            @Override
            public Object next() {
                // One for the datum, one for what the engine keeps of it.
                Meter.steps(2);
                return data.next();
            }
        };
    }

    @Override
    public DataProvider clone() {
        return new MeteredSource(plain.clone(), rule);
    }

    @Override
    public void replaceDeclaration(Declaration declaration, Declaration resolved) {
        plain.replaceDeclaration(declaration, resolved);
    }

    @Override
    public boolean isReactive() {
        return plain.isReactive();
    }
}
