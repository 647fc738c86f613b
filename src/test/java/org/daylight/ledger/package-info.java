@NullMarked
package org.daylight.ledger;

import org.jspecify.annotations.NullMarked;
