package dev.sillage.ingestion.observation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The numbers for the same calls up to the same moment.
 *
 * @param operation in lower case, for example {@code chat}
 * @param provider under our name, else as the sender wrote it
 * @param providerKnown whether it is our name
 */
public record Window(
        String operation,
        String provider,
        boolean providerKnown,
        @Nullable String requestModel,
        @Nullable String responseModel,
        long timeUnixNanos,
        List<Point> points) {
    public Window {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(provider, "provider");
        points = List.copyOf(points);
    }

    /** The same calls, when several names were asked for and one model answered. */
    public Window withoutRequestModel() {
        return new Window(operation, provider, providerKnown, null, responseModel, timeUnixNanos, points);
    }

    /** The same calls with these numbers. */
    public Window with(List<Point> numbers) {
        return new Window(operation, provider, providerKnown, requestModel, responseModel, timeUnixNanos, numbers);
    }

    /** The model that answered, else the one that was asked for. */
    public @Nullable String model() {
        return responseModel == null ? requestModel : responseModel;
    }
}
