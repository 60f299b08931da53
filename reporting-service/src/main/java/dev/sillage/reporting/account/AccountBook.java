package dev.sillage.reporting.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Begins the counts of each transaction. */
@ApplicationScoped
public class AccountBook {
    private final AccountConfig config;

    AccountBook(AccountConfig config) {
        this.config = config;
        check("late-after", config.lateAfter());
        check("grace", config.grace());
        check("watched", config.watched());
        check("kept", config.kept());
        if (config.kept().compareTo(config.watched()) < 0) {
            throw new IllegalStateException("sillage.reporting.reconciliation.kept must be at least .watched");
        }
    }

    /** Being there at the start is all: a time that makes no sense stops the start, not the first record. */
    void checkConfiguration(@Observes StartupEvent starting) {}

    /** The counts of one transaction. */
    public Counts open() {
        return new Counts(config.lateAfter());
    }

    private static void check(String key, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalStateException(
                    "sillage.reporting.reconciliation." + key + " must be above 0, not " + time);
        }
    }
}
