@NullMarked
package org.daylight.records;

import org.jspecify.annotations.NullMarked;
