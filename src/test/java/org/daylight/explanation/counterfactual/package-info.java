@NullMarked
package org.daylight.explanation.counterfactual;

import org.jspecify.annotations.NullMarked;
