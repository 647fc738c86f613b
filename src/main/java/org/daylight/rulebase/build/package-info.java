@NullMarked
package org.daylight.rulebase.build;

import org.jspecify.annotations.NullMarked;
