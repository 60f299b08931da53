package dev.sillage.reporting.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be used: where the original stands and why, never what it holds.
 *
 * @param at where it was read
 * @param stage which service could not use it
 * @param origin where the original stands; one origin is one dead letter, however often it is refused
 * @param tenant whose it is, empty when it does not say
 * @param reason stable code
 * @param detail a sentence for people
 * @param occurredAt when the activity ended, when the record says so
 * @param acceptedAt when ingestion took the activity, when the record says so
 * @param activity where the activity stands whose record this was, when the record says so; not stored
 */
public record DeadLetter(
        LogPosition at,
        Stage stage,
        LogPosition origin,
        String tenant,
        String reason,
        String detail,
        @Nullable Instant occurredAt,
        @Nullable Instant acceptedAt,
        @Nullable LogPosition activity)
        implements Received {

    static final int MAX_REASON_LENGTH = 64;
    static final int MAX_DETAIL_LENGTH = 500;
    static final int MAX_TENANT_LENGTH = 200;

    public DeadLetter {
        tenant = BoundedText.of(tenant, MAX_TENANT_LENGTH);
        reason = BoundedText.of(reason, MAX_REASON_LENGTH);
        detail = BoundedText.of(detail, MAX_DETAIL_LENGTH);
    }

    /** Where in the flow. */
    public enum Stage {
        CALCULATION("calculation"),
        REPORTING("reporting");

        private final String wireName;

        Stage(String wireName) {
            this.wireName = wireName;
        }

        /** The name in the database and in answers. */
        public String wireName() {
            return wireName;
        }
    }

    /** A record that this service cannot use; it is its own origin. */
    public static DeadLetter ofReporting(LogPosition at, @Nullable String tenant, String reason, String detail) {
        return new DeadLetter(at, Stage.REPORTING, at, tenant == null ? "" : tenant, reason, detail, null, null, null);
    }

    /** The same, of this activity. */
    public DeadLetter of(@Nullable LogPosition activityPosition, @Nullable Instant occurred) {
        return new DeadLetter(at, stage, origin, tenant, reason, detail, occurred, acceptedAt, activityPosition);
    }
}
