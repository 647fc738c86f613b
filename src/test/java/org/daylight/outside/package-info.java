/**
 * What somebody outside would write to check our log: from the public texts (RFC 6962, RFC 8032 and C2SP's tlog-tiles,
 * tlog-checkpoint, signed-note and tlog-proof) and from nothing else; it uses no code of Daylight.
 */
@NullMarked
package org.daylight.outside;

import org.jspecify.annotations.NullMarked;
