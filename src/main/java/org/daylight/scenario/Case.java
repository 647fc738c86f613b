package org.daylight.scenario;

import org.daylight.evaluation.Inquiry;

/**
 * A case of a scheme: an example with the answer it must give.
 *
 * @param file path inside the scheme folder
 * @param line where the case begins
 * @param title the file's title
 * @param name the claim that it proves
 * @param inquiry the dossier given, and the question
 * @param expected the answer it must give
 */
public record Case(String file, int line, String title, String name, Inquiry inquiry, Expectation expected) {}
