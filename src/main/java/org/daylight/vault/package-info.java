/**
 * The keys: one for each citizen, which seals what is personal, wrapped by the master key that only the deployment holds. Who
 * destroys a citizen's keys has erased the citizen from every row and replica at once.
 *
 * <p>Uses {@code store} to keep wrapped keys. AES-256-GCM by the JDK, a random nonce for each value, and the place a value
 * belongs to as associated data, so that a sealed value carried to another row does not open there.
 */
@NullMarked
package org.daylight.vault;

import org.jspecify.annotations.NullMarked;
