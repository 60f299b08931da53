package dev.sillage.ingestion.otlp;

import static dev.sillage.ingestion.otlp.ProtobufMessage.FIXED64;
import static dev.sillage.ingestion.otlp.ProtobufMessage.LENGTH_DELIMITED;
import static dev.sillage.ingestion.otlp.ProtobufMessage.VARINT;
import static dev.sillage.ingestion.otlp.ProtobufMessage.tag;

import dev.sillage.ingestion.otlp.ReceivedMetric.Shape;
import java.io.IOException;

/** Reads an {@code ExportMetricsServiceRequest} in protobuf; field numbers of opentelemetry-proto 1.9. */
final class ProtobufMetrics {
    private static final int REQUEST_RESOURCE_METRICS = tag(1, LENGTH_DELIMITED);
    private static final int RESOURCE_METRICS_RESOURCE = tag(1, LENGTH_DELIMITED);
    private static final int RESOURCE_METRICS_SCOPE_METRICS = tag(2, LENGTH_DELIMITED);
    private static final int RESOURCE_ATTRIBUTES = tag(1, LENGTH_DELIMITED);
    private static final int SCOPE_METRICS_SCOPE = tag(1, LENGTH_DELIMITED);
    private static final int SCOPE_METRICS_METRICS = tag(2, LENGTH_DELIMITED);
    private static final int METRIC_NAME = tag(1, LENGTH_DELIMITED);
    private static final int METRIC_GAUGE = tag(5, LENGTH_DELIMITED);
    private static final int METRIC_SUM = tag(7, LENGTH_DELIMITED);
    private static final int METRIC_HISTOGRAM = tag(9, LENGTH_DELIMITED);
    private static final int METRIC_EXPONENTIAL_HISTOGRAM = tag(10, LENGTH_DELIMITED);
    private static final int METRIC_SUMMARY = tag(11, LENGTH_DELIMITED);
    private static final int DATA_POINTS = tag(1, LENGTH_DELIMITED);
    private static final int DATA_TEMPORALITY = tag(2, VARINT);
    private static final int DATA_MONOTONIC = tag(3, VARINT);
    private static final int POINT_START = tag(2, FIXED64);
    private static final int POINT_TIME = tag(3, FIXED64);
    private static final int MAX_NAME_BYTES = 255;

    /**
     * Where the members of a data point are, which differs by its type.
     *
     * @param count 0 when there is none
     * @param whole 0 when there is none
     */
    private record Layout(int attributes, int count, int fraction, int whole, int flags) {
        static final Layout NUMBER =
                new Layout(tag(7, LENGTH_DELIMITED), 0, tag(4, FIXED64), tag(6, FIXED64), tag(8, VARINT));
        static final Layout HISTOGRAM =
                new Layout(tag(9, LENGTH_DELIMITED), tag(4, FIXED64), tag(5, FIXED64), 0, tag(10, VARINT));
        static final Layout EXPONENTIAL =
                new Layout(tag(1, LENGTH_DELIMITED), tag(4, FIXED64), tag(5, FIXED64), 0, tag(10, VARINT));
    }

    private final ProtobufMessage message;
    private final ProtobufAttribute attribute;
    private final ReceivedPoints points;
    private long scope;

    ProtobufMetrics(byte[] body, ReceivedPoints points) {
        this.message = new ProtobufMessage(body);
        this.attribute = new ProtobufAttribute(message);
        this.points = points;
    }

    /**
     * @throws IOException when it is not protobuf
     */
    void read() throws IOException {
        message.fields(tag -> {
            if (tag != REQUEST_RESOURCE_METRICS) {
                return false;
            }
            resourceMetrics();
            return true;
        });
    }

    private void resourceMetrics() throws IOException {
        Attributes<ResourceAttribute> resource = new Attributes<>(ResourceAttribute.SPELLINGS, true);
        message.message(tag -> {
            if (tag == RESOURCE_METRICS_RESOURCE) {
                message.message(inResource -> attribute.readIf(inResource == RESOURCE_ATTRIBUTES, resource));
            } else if (tag == RESOURCE_METRICS_SCOPE_METRICS) {
                scope = 0;
                message.message(this::scopeMetrics);
                points.endScope(scope);
            } else {
                return false;
            }
            return true;
        });
        points.endResource(resource);
    }

    private boolean scopeMetrics(int tag) throws IOException {
        if (tag == SCOPE_METRICS_SCOPE) {
            int start = message.position();
            message.message(inScope -> false);
            scope = Fnv.hash(message.body(), start, message.position());
            return true;
        }
        if (tag != SCOPE_METRICS_METRICS) {
            return false;
        }
        ReceivedMetric metric = new ReceivedMetric();
        message.message(inMetric -> metric(inMetric, metric));
        points.endMetric(metric);
        return true;
    }

    private boolean metric(int tag, ReceivedMetric metric) throws IOException {
        if (tag == METRIC_NAME) {
            metric.name(message.text(MAX_NAME_BYTES));
            return true;
        }
        if (metric.isPassedOver()) {
            return false;
        }
        if (tag == METRIC_SUM || tag == METRIC_GAUGE) {
            data(metric, tag == METRIC_SUM ? Shape.SUM : Shape.OTHER, Layout.NUMBER);
        } else if (tag == METRIC_HISTOGRAM || tag == METRIC_SUMMARY) {
            data(metric, tag == METRIC_HISTOGRAM ? Shape.HISTOGRAM : Shape.OTHER, Layout.HISTOGRAM);
        } else if (tag == METRIC_EXPONENTIAL_HISTOGRAM) {
            data(metric, Shape.HISTOGRAM, Layout.EXPONENTIAL);
        } else {
            return false;
        }
        return true;
    }

    private void data(ReceivedMetric metric, Shape shape, Layout layout) throws IOException {
        metric.shape(shape);
        message.message(tag -> {
            if (tag == DATA_POINTS) {
                points.keep();
                ReceivedPoint point = new ReceivedPoint();
                message.message(inPoint -> point(inPoint, point, layout));
                metric.points().add(point);
            } else if (tag == DATA_TEMPORALITY) {
                metric.temporality(message.in().readEnum());
            } else if (tag == DATA_MONOTONIC) {
                metric.monotonic(message.in().readBool());
            } else {
                return false;
            }
            return true;
        });
    }

    private boolean point(int tag, ReceivedPoint point, Layout layout) throws IOException {
        if (tag == layout.attributes()) {
            return attribute.readIf(true, point.attributes());
        } else if (tag == POINT_START) {
            point.start(message.in().readFixed64());
        } else if (tag == POINT_TIME) {
            point.time(message.in().readFixed64());
        } else if (tag == layout.count()) {
            point.count(message.in().readFixed64());
        } else if (tag == layout.fraction()) {
            point.sum(message.in().readDouble());
        } else if (tag == layout.whole()) {
            point.sum((double) message.in().readSFixed64());
        } else if (tag == layout.flags()) {
            point.flags(message.in().readUInt32());
        } else {
            return false;
        }
        return true;
    }
}
