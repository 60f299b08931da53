package dev.sillage.reporting.export.otlp;

import io.micrometer.core.instrument.Counter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.util.Collection;

/** An exporter of which the operator sees how often it worked. */
final class CountedExporter implements MetricExporter {
    private final MetricExporter exporter;
    private final Counter succeeded;
    private final Counter failed;

    CountedExporter(MetricExporter exporter, Counter succeeded, Counter failed) {
        this.exporter = exporter;
        this.succeeded = succeeded;
        this.failed = failed;
    }

    @Override
    public CompletableResultCode export(Collection<MetricData> metrics) {
        CompletableResultCode result = exporter.export(metrics);
        return result.whenComplete(() -> (result.isSuccess() ? succeeded : failed).increment());
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType type) {
        return exporter.getAggregationTemporality(type);
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
