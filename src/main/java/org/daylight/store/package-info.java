/**
 * The database: its migrations, a pool for reading and the one writer that commits in groups. A record's columns are read and bound
 * by {@link TableColumns}.
 *
 * <p>Uses nothing else of Daylight. The statements that read and write a table live in the package the table belongs to;
 * what is particular to one database product lives in its {@link Dialect} and migration folder only. A migration that was released
 * never changes; what changes the tables is a further one.
 */
@NullMarked
package org.daylight.store;

import org.jspecify.annotations.NullMarked;
