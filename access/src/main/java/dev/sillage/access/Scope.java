package dev.sillage.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a credential allows. None contains another: a key that may do all names all. */
public enum Scope {
    /** Send activities. */
    INGEST,
    /** See figures and what stands behind them. */
    READ,
    /** Change factors, look into dead letters and send them on their way again. */
    ADMIN,
    /** Compute with the factors of any tenant: for our services among themselves. */
    RECALCULATE,
    /** See what a service counts of all its tenants: for Prometheus. */
    METRICS;

    /** How it is written, for example {@code ingest}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of that word, exactly as written. */
    public static Optional<Scope> ofWord(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
