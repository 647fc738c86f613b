/** Claims about the cases of schemes, and about the schemes, guide and demo data that ship. */
@NullMarked
package org.daylight.scenario;

import org.jspecify.annotations.NullMarked;
