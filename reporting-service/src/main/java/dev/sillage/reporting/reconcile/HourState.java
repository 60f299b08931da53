package dev.sillage.reporting.reconcile;

import java.util.Locale;

/** How far the two sides of an hour agree. */
enum HourState {
    /** They are equal, and both are complete. */
    BALANCED,
    /** The hour is too young: what it lacks may be on its way. */
    PENDING,
    /** It is not known how many were accepted: a replica of ingestion ended without its last counts. */
    UNCONFIRMED,
    /** What was accepted is missing in the report, or something is in it that nobody sent. */
    UNBALANCED;

    /** Its name in answers and metrics. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
