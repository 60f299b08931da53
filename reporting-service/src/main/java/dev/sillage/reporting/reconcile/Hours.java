package dev.sillage.reporting.reconcile;

import dev.sillage.reporting.account.AccountConfig;
import dev.sillage.reporting.account.Pruning;
import dev.sillage.reporting.problem.Problem;
import dev.sillage.reporting.query.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The hours of acceptance, and how far the two sides of each agree. */
@ApplicationScoped
class Hours {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration HOUR = Duration.ofHours(1);

    private final HourReader reader;
    private final Pruning pruning;
    private final AccountConfig config;

    Hours(HourReader reader, Pruning pruning, AccountConfig config) {
        this.reader = reader;
        this.pruning = pruning;
        this.config = config;
    }

    /** An hour of a tenant that is not as it should be. */
    record Doubtful(String tenant, HourState state, long difference) {}

    /** The hours of a tenant that begin in the range; those whose counts are not kept any more are left out. */
    List<Hour> of(String tenant, TimeRange asked, Instant now) throws SQLException {
        Instant from = asked.from().truncatedTo(ChronoUnit.HOURS);
        if (Duration.between(from, asked.to()).compareTo(LONGEST) > 0) {
            throw Problem.tooManyPoints(
                    "from",
                    "Ask for at most " + LONGEST.toDays() + " days of hours at once, from and to closer together.");
        }
        Instant first = pruning.horizon(now);
        if (!first.isBefore(asked.to())) {
            return List.of();
        }
        Witnesses witnesses = witnesses(now);
        return reader.read(tenant, new TimeRange(from.isBefore(first) ? first : from, asked.to())).stream()
                .map(counts -> Hour.of(counts, witnesses.judge(counts, isSettled(counts.hour(), now))))
                .toList();
    }

    /** The settled hours of all tenants in the watched time that are not balanced. */
    List<Doubtful> doubtful(Instant now) throws SQLException {
        Witnesses witnesses = witnesses(now);
        Instant from = now.minus(config.watched()).truncatedTo(ChronoUnit.HOURS);
        return reader.read(null, new TimeRange(from, now)).stream()
                .filter(counts -> isSettled(counts.hour(), now))
                .map(counts -> new Doubtful(counts.tenant(), witnesses.judge(counts, true), counts.difference()))
                .filter(hour -> hour.state() != HourState.BALANCED)
                .toList();
    }

    private Witnesses witnesses(Instant now) throws SQLException {
        return reader.witnesses(now.minus(config.grace()));
    }

    private boolean isSettled(Instant hour, Instant now) {
        return !hour.plus(HOUR).plus(config.grace()).isAfter(now);
    }
}
