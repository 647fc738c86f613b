package org.daylight.vocabulary;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The assessment's "today": rules compare with it and never read a clock.
 *
 * @param date the day in the scheme's time zone
 * @param instant the exact moment
 */
public record AsOf(LocalDate date, Instant instant) {}
