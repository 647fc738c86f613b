/** Tests of the doors, through HTTP. */
@NullMarked
package org.daylight.server;

import org.jspecify.annotations.NullMarked;
