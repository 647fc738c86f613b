/**
 * The HTTP shell around everything else: who may come in, how a problem looks, health, settings, and the demo people.
 *
 * <p>May use every other package; none may use it. Decides nothing about a citizen.
 */
@NullMarked
package org.daylight.server;

import org.jspecify.annotations.NullMarked;
