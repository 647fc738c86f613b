/** What was once found wrong, each as a small scheme with a dossier and the right answer. */
@NullMarked
package org.daylight.faults;

import org.jspecify.annotations.NullMarked;
