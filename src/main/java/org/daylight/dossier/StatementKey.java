package org.daylight.dossier;

/** A CloudEvent's identity: sent twice under it, stored once. */
record StatementKey(String source, String id) {}
