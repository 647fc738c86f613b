package org.daylight.scenario;

import org.daylight.evaluation.Inquiry;

/**
 * One case, as a lawyer would tell it.
 *
 * @param file path inside the scheme folder
 * @param line where the case begins
 * @param title of the file
 * @param name what the case claims
 * @param inquiry what is given and asked
 * @param expected what must come out
 */
public record Case(String file, int line, String title, String name, Inquiry inquiry, Expectation expected) {}
