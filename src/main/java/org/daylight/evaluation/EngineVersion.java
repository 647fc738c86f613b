package org.daylight.evaluation;

import org.drools.base.util.Drools;

/** What evaluated: an outcome is only sure to be found again by the same engine. */
public final class EngineVersion {
    /** Such as {@code drools 10.2.0}. */
    public static final String CURRENT = "drools " + Drools.getFullVersion();

    private EngineVersion() {}
}
