/** The command line, called in-process on folders of a test's own and on the shipped schemes. */
@NullMarked
package org.daylight.cli;

import org.jspecify.annotations.NullMarked;
