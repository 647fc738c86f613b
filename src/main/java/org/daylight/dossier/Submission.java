package org.daylight.dossier;

import java.util.List;

/**
 * What a sender brings: all of it is let in or nothing.
 *
 * @param by who the sender is
 */
record Submission(List<Draft> drafts, String by) {}
