package org.daylight.problem;

/**
 * A place in a scheme folder.
 *
 * @param file path inside the folder, with forward slashes; empty when the problem is about the folder
 * @param line 1-based, 0 for the whole file
 * @param column 1-based, 0 for the whole line
 */
public record Place(String file, int line, int column) {
    public static final Place FOLDER = ofFile("");

    public static Place ofFile(String file) {
        return ofLine(file, 0);
    }

    public static Place ofLine(String file, int line) {
        return new Place(file, line, 0);
    }
}
