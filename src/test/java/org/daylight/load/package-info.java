/** The packaged service under load, while its rules are edited: started as a process of its own and asked through its doors. */
@NullMarked
package org.daylight.load;

import org.jspecify.annotations.NullMarked;
