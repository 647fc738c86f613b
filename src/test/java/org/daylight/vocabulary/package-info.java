@NullMarked
package org.daylight.vocabulary;

import org.jspecify.annotations.NullMarked;
