/**
 * The HTTP shell around everything else: identities, problems, health, settings, metrics, and the demo users.
 *
 * <p>Uses every other package but {@code cli}, {@code ranking} and {@code scenario}; none may use it. Decides nothing about a
 * citizen.
 */
@NullMarked
package org.daylight.server;

import org.jspecify.annotations.NullMarked;
