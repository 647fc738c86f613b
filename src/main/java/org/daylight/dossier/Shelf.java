package org.daylight.dossier;

/** Where a citizen's statements in a scheme are counted. */
record Shelf(String scheme, String citizen) {}
