package org.daylight.rulebase;

import org.drools.drl.ast.descr.PackageDescr;

/**
 * A rule file as the parser sees it.
 *
 * @param path inside the scheme folder
 * @param content its declarations and rules
 */
record RuleFile(String path, PackageDescr content) {}
