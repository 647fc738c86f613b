/** Measures what one assessment costs, beside the rule engine alone on the same rules. Run by the benchmark profile only. */
@NullMarked
package org.daylight.benchmark;

import org.jspecify.annotations.NullMarked;
