package org.daylight.rulebase.source;

import org.drools.drl.ast.descr.PackageDescr;

/**
 * A rule file as the parser sees it.
 *
 * @param path inside the scheme folder
 * @param content its declarations and rules
 */
public record RuleFile(String path, PackageDescr content) {}
