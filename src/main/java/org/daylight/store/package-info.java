/**
 * Where everything is kept: the database, its migrations, a pool for reading and the one writer that commits in groups.
 *
 * <p>Uses nothing else of Daylight. The statements that read and write a table live in the package the table belongs to;
 * what is particular to one database product lives in its {@link Dialect} and migration folder only.
 */
@NullMarked
package org.daylight.store;

import org.jspecify.annotations.NullMarked;
