/**
 * The keys: one for each citizen, which seals personal values, wrapped by the master key that only the deployment holds. Destroying
 * a citizen's keys erases the citizen from every row and replica at once.
 *
 * <p>Uses {@code store} to keep wrapped keys. AES-256-GCM by the JDK, with a random nonce for each value and the row's address as
 * associated data, so that a sealed value carried to another row does not open there.
 */
@NullMarked
package org.daylight.vault;

import org.jspecify.annotations.NullMarked;
