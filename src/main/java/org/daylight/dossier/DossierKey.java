package org.daylight.dossier;

/** The identity of a dossier, within which statements have positions. */
record DossierKey(String scheme, String citizen) {}
