package dev.sillage.calculation.factor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The factors that one tenant set for itself: its own PUE, its supplier's factor, the hourly intensity of its grid. They
 * come before the catalogue's, and the result names them. An immutable state: a change gives another one.
 */
public interface Overrides {

    /** {@link Factor#quality} of a factor that a tenant set, by which results name it. */
    String QUALITY = "own";

    /** Of a tenant that set nothing. */
    Overrides NONE = new Overrides() {
        @Override
        public @Nullable Factor find(String key, @Nullable String zone, Instant time) {
            return null;
        }

        @Override
        public String version() {
            return "";
        }

        @Override
        public long period(Instant time) {
            return 0;
        }
    };

    /** The tenant's factor for that very zone (or without a zone) at that time; null when it set none. */
    @Nullable
    Factor find(String key, @Nullable String zone, Instant time);

    /** Equal for equal contents, empty for none; part of the factor set's version on results. */
    String version();

    /** Equal for two times at which all factors are equal. */
    long period(Instant time);
}
