package dev.sillage.calculation.own;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.Overrides;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A factor that a tenant set for itself.
 *
 * @param key of the catalogue
 * @param zone when the factor differs by place
 * @param unit that of the catalogue
 * @param low lower bound
 * @param central the value to use when only one is used
 * @param high upper bound
 * @param from first moment it holds; null for since ever
 * @param to first moment it no longer holds; null for open end
 * @param source why the tenant believes it: a contract, a meter, a feed
 */
record OwnFactor(
        String key,
        @Nullable String zone,
        String unit,
        double low,
        double central,
        double high,
        @Nullable Instant from,
        @Nullable Instant to,
        String source) {

    /** One of a kind within a tenant: a factor with the same slot and begin takes the place of the other. */
    record Id(Slot slot, boolean timed, @Nullable Instant from) {}

    /** What a lookup asks for. */
    record Slot(String key, @Nullable String zone) {}

    Id id() {
        return new Id(new Slot(key, zone), isTimed(), from);
    }

    /** Whether it holds for some time only, and so comes before one that always holds. */
    boolean isTimed() {
        return from != null || to != null;
    }

    Instant start() {
        return from == null ? Instant.MIN : from;
    }

    Instant end() {
        return to == null ? Instant.MAX : to;
    }

    boolean overlaps(OwnFactor other) {
        return start().isBefore(other.end()) && other.start().isBefore(end());
    }

    /** The same for the computation; the explanation shows its times with its source. */
    Factor asFactor() {
        Instant begin = from;
        Instant finish = to;
        String times =
                isTimed() ? " (" + (begin == null ? ".." : begin) + "/" + (finish == null ? ".." : finish) + ")" : "";
        return new Factor(
                key,
                zone,
                unit,
                low,
                central,
                high,
                begin == null ? null : begin.atZone(ZoneOffset.UTC).toLocalDate(),
                finish == null ? null : finish.atZone(ZoneOffset.UTC).toLocalDate(),
                null,
                source + times,
                begin == null
                        ? null
                        : String.valueOf(begin.atZone(ZoneOffset.UTC).getYear()),
                null,
                Overrides.QUALITY,
                null);
    }
}
