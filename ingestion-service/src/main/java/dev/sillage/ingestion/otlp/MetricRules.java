package dev.sillage.ingestion.otlp;

import dev.sillage.ingestion.check.AcceptableTime;
import dev.sillage.ingestion.observation.Point;
import dev.sillage.ingestion.observation.Quantity;
import dev.sillage.ingestion.observation.Window;
import dev.sillage.ingestion.problem.ProblemType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides which data points count, and for which calls. */
final class MetricRules {
    private static final String UNKNOWN_PROVIDER = "unknown";

    /** Service, instance, model and so on become part of an id, which has its bound. */
    private static final int MAX_LENGTH = 380;

    /** Beyond it not every whole number is a double. */
    private static final double MAX_EXACT = 0x1p53;

    private final Providers providers = new Providers();

    /** What a data point comes to. */
    sealed interface Verdict {
        /**
         * It counts.
         *
         * @param window for which calls; without points
         */
        record Counted(Window window, Point point) implements Verdict {}

        /**
         * None of ours.
         *
         * @param hasUsage whether tokens are told for an operation that is unknown here
         */
        record Ignored(boolean hasUsage) implements Verdict {}
    }

    /**
     * @param resource identity of the resource, and how long its names are
     * @throws ItemRefusedException when it is about calls to a model, but says something that cannot be
     */
    Verdict judge(DataPoint point, Origin resource, AcceptableTime acceptable) {
        AttributeReader<PointAttribute> reader = new AttributeReader<>(point.attributes());
        String operationName = lower(reader.textIfAny(PointAttribute.OPERATION));
        Operation operation = operationName == null ? Operation.UNKNOWN : Operation.of(operationName);
        if (operationName == null || operation == Operation.NOT_COUNTED || operation == Operation.UNKNOWN) {
            return new Verdict.Ignored(operation == Operation.UNKNOWN && point.metric() != Metric.DURATION);
        }
        Quantity quantity = quantity(point, reader);
        if (quantity == null) {
            return new Verdict.Ignored(false);
        }
        requireTime(point, acceptable);
        double sum = sum(point);
        String told = reader.text(PointAttribute.PROVIDER);
        String provider = told == null ? UNKNOWN_PROVIDER : told;
        String known = providers.find(provider).orElse(null);
        Window window = new Window(
                operationName,
                known == null ? provider : known,
                known != null,
                reader.text(PointAttribute.REQUEST_MODEL),
                reader.text(PointAttribute.RESPONSE_MODEL),
                point.timeUnixNanos(),
                List.of());
        if (resource.length() + provider.length() + length(window.requestModel()) + length(window.responseModel())
                > MAX_LENGTH) {
            throw new ItemRefusedException(
                    ProblemType.TEXT_LENGTH,
                    "The names of service, instance, provider and models have together more than " + MAX_LENGTH
                            + " characters.");
        }
        return new Verdict.Counted(
                window,
                new Point(
                        quantity,
                        point.cumulative(),
                        point.startUnixNanos(),
                        sum,
                        point.count(),
                        resource.identity() + point.identity()));
    }

    /**
     * What all points of a resource share.
     *
     * @param length of its names
     */
    record Origin(long identity, int length) {}

    /** Null when the point counts nothing that is not counted by others. */
    private static @Nullable Quantity quantity(DataPoint point, AttributeReader<PointAttribute> reader) {
        return switch (point.metric()) {
            case TOKEN_USAGE -> isInput(reader) ? Quantity.INPUT : Quantity.OUTPUT;
            // Calls that failed took time, but told no tokens.
            case DURATION -> point.attributes().has(PointAttribute.ERROR) ? null : Quantity.DURATION;
            case TOKENS -> isInput(reader) ? input(reader) : output(reader);
            case INPUT_BY_CACHE ->
                switch (word(reader, PointAttribute.CACHE, "none, read or creation")) {
                    case "none" -> Quantity.UNCACHED;
                    case "read" -> Quantity.CACHE_READ;
                    case "creation" -> Quantity.CACHE_CREATION;
                    default -> throw notOneOf(PointAttribute.CACHE, "none, read or creation");
                };
            case OUTPUT_BY_PHASE ->
                switch (word(reader, PointAttribute.PHASE, "response or reasoning")) {
                    case "response" -> Quantity.RESPONSE;
                    case "reasoning" -> Quantity.REASONING;
                    default -> throw notOneOf(PointAttribute.PHASE, "response or reasoning");
                };
        };
    }

    private static boolean isInput(AttributeReader<PointAttribute> reader) {
        return switch (word(reader, PointAttribute.TOKEN_TYPE, "input or output")) {
            case "input", "prompt" -> true;
            case "output", "completion" -> false;
            default -> throw notOneOf(PointAttribute.TOKEN_TYPE, "input or output");
        };
    }

    private static Quantity input(AttributeReader<PointAttribute> reader) {
        String modality = String.valueOf(lower(reader.textIfAny(PointAttribute.MODALITY)));
        return switch (modality) {
            case "image" -> Quantity.IMAGE_INPUT;
            case "audio" -> Quantity.AUDIO_INPUT;
            default -> Quantity.OTHER_INPUT;
        };
    }

    private static Quantity output(AttributeReader<PointAttribute> reader) {
        return "audio".equals(lower(reader.textIfAny(PointAttribute.MODALITY)))
                ? Quantity.AUDIO_OUTPUT
                : Quantity.OTHER_OUTPUT;
    }

    private static String word(AttributeReader<PointAttribute> reader, PointAttribute attribute, String words) {
        String word = lower(reader.textIfAny(attribute));
        if (word == null) {
            throw notOneOf(attribute, words);
        }
        return word;
    }

    private static ItemRefusedException notOneOf(PointAttribute attribute, String words) {
        return new ItemRefusedException(
                ProblemType.NOT_ONE_OF, attribute.names().get(0) + " must be " + words + ".");
    }

    private static void requireTime(DataPoint point, AcceptableTime acceptable) {
        long time = point.timeUnixNanos();
        if (time <= 0 || point.startUnixNanos() < 0 || point.startUnixNanos() > time) {
            throw new ItemRefusedException(ProblemType.INVALID_TIME, "There is no time, or it lies before the start.");
        }
        if (!acceptable.contains(UnixNanos.toInstant(time))) {
            throw new ItemRefusedException(
                    ProblemType.TIME_OUT_OF_RANGE,
                    "The time must be from " + acceptable.earliest() + " to " + acceptable.latest() + ".");
        }
    }

    private static double sum(DataPoint point) {
        Double sum = point.sum();
        Long count = point.count();
        if (sum == null) {
            throw new ItemRefusedException(ProblemType.MISSING_MEMBER, "There is no sum.");
        }
        if (!(sum >= 0 && sum <= MAX_EXACT) || (count != null && count < 0)) {
            throw new ItemRefusedException(
                    ProblemType.OUT_OF_RANGE, "The sum or the count is negative or beyond 2^53.");
        }
        return sum;
    }

    private static int length(@Nullable String name) {
        return name == null ? 0 : name.length();
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }
}
