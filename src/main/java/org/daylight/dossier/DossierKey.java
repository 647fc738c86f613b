package org.daylight.dossier;

/** Where a citizen's statements in a scheme are counted. */
record DossierKey(String scheme, String citizen) {}
