/**
 * A scheme folder as data: manifest, notice, rule files, parameter tables, revision, the types its rules declare, and the
 * statements and dossiers that are instances of those types. What is wrong with it is gathered in {@link Problems}, for whoever reads
 * or checks a scheme.
 *
 * <p>What is written is what is read, or it is refused with its place: UTF-8 and no control characters ({@link
 * org.daylight.scheme.TextReader}), one YAML ({@link org.daylight.scheme.YamlFile}), numbers as JSON writes them, tables as spreadsheets
 * write them. A folder's files are looked at before any is opened; reading takes time in proportion to their size.
 *
 * <p>Uses problems only. Nothing here compiles or runs a rule.
 */
@NullMarked
package org.daylight.scheme;

import org.jspecify.annotations.NullMarked;
