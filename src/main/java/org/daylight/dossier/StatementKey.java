package org.daylight.dossier;

/** A CloudEvent's identity: a statement that is sent twice under it is stored once. */
record StatementKey(String source, String id) {}
