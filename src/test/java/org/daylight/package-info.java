/** Tests of the whole: how the packages stand to each other, and the rules every endpoint keeps. */
@NullMarked
package org.daylight;

import org.jspecify.annotations.NullMarked;
