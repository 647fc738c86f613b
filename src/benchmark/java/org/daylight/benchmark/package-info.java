/** What one assessment costs, beside the rule engine alone on the same rules. Built and run by the benchmark profile only. */
@NullMarked
package org.daylight.benchmark;

import org.jspecify.annotations.NullMarked;
