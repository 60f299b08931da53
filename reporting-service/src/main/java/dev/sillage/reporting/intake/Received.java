package dev.sillage.reporting.intake;

/** A record as it was understood: what its topic is for, or a {@link DeadLetter} when it could not be understood. */
public interface Received {

    /** Where it was read. */
    LogPosition at();
}
