package dev.sillage.ingestion.otlp;

import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.ingestion.otlp.ReceivedMetric.Shape;
import java.io.IOException;

/** Reads an {@code ExportMetricsServiceRequest} in JSON. */
final class JsonMetrics {
    private final JsonMessage message;
    private final JsonAttribute attribute;
    private final ReceivedPoints points;
    private long scope;

    JsonMetrics(JsonMessage message, ReceivedPoints points) {
        this.message = message;
        this.attribute = new JsonAttribute(message);
        this.points = points;
    }

    /**
     * @throws IOException when it is not JSON, or something else than the message
     */
    void read() throws IOException {
        message.root(name -> {
            if (!name.equals("resourceMetrics")) {
                return false;
            }
            message.array(this::resourceMetrics);
            return true;
        });
    }

    private void resourceMetrics() throws IOException {
        Attributes<ResourceAttribute> resource = new Attributes<>(ResourceAttribute.SPELLINGS, true);
        message.object(name -> {
            switch (name) {
                case "resource" -> message.object(member -> attribute.allIn(member, resource));
                case "scopeMetrics" ->
                    message.array(() -> {
                        scope = 0;
                        message.object(this::scopeMetrics);
                        points.endScope(scope);
                    });
                default -> {
                    return false;
                }
            }
            return true;
        });
        points.endResource(resource);
    }

    private boolean scopeMetrics(String name) throws IOException {
        if (name.equals("scope")) {
            int start = message.start();
            message.object(inScope -> false);
            scope = Fnv.hash(message.body(), start, message.end());
            return true;
        }
        if (!name.equals("metrics")) {
            return false;
        }
        message.array(() -> {
            ReceivedMetric metric = new ReceivedMetric();
            message.object(member -> metric(member, metric));
            points.endMetric(metric);
        });
        return true;
    }

    private boolean metric(String name, ReceivedMetric metric) throws IOException {
        if (name.equals("name")) {
            metric.name(message.text());
            return true;
        }
        Shape shape =
                switch (name) {
                    case "histogram", "exponentialHistogram" -> Shape.HISTOGRAM;
                    case "sum" -> Shape.SUM;
                    case "gauge", "summary" -> Shape.OTHER;
                    default -> null;
                };
        if (shape == null || metric.isPassedOver()) {
            return false;
        }
        metric.shape(shape);
        message.object(member -> data(member, metric));
        return true;
    }

    private boolean data(String name, ReceivedMetric metric) throws IOException {
        switch (name) {
            case "dataPoints" ->
                message.array(() -> {
                    points.keep();
                    ReceivedPoint point = new ReceivedPoint();
                    message.object(member -> point(member, point));
                    metric.points().add(point);
                });
            case "aggregationTemporality" -> metric.temporality((int) message.int64());
            case "isMonotonic" -> metric.monotonic(message.json().currentToken() == JsonToken.VALUE_TRUE);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean point(String name, ReceivedPoint point) throws IOException {
        switch (name) {
            case "startTimeUnixNano" -> point.start(message.int64());
            case "timeUnixNano" -> point.time(message.int64());
            case "count" -> point.count(message.int64());
            case "sum", "asInt", "asDouble" -> number(point);
            case "flags" -> point.flags(message.int64());
            default -> {
                return attribute.allIn(name, point.attributes());
            }
        }
        return true;
    }

    private void number(ReceivedPoint point) throws IOException {
        if (message.isNull()) {
            return;
        }
        AttributeValue value = message.number();
        if (value instanceof AttributeValue.Whole whole) {
            point.sum((double) whole.number());
        } else {
            point.sum(value instanceof AttributeValue.Fraction fraction ? fraction.number() : Double.NaN);
        }
    }
}
