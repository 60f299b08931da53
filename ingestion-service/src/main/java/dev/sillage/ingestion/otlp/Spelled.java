package dev.sillage.ingestion.otlp;

import java.util.List;

/** Something that senders write under several attribute names. */
interface Spelled {
    /** All of them, the one that wins over the others first. */
    List<String> names();
}
