package dev.sillage.reporting.export.otlp;

import dev.sillage.reporting.export.Family;
import dev.sillage.reporting.export.Family.Behaviour;
import dev.sillage.reporting.export.Sample;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One instrument per family. What adds up is an up-down counter, that is a sum that is not monotonic; so is what only
 * grows, because OTLP counts a monotonic sum from the start of the process, and ours are of all time.
 */
final class Instruments {
    private static final String NAMESPACE = "sillage.";

    private final Map<String, ObservableDoubleMeasurement> byName = new LinkedHashMap<>();

    Instruments(Meter meter, List<Family> families) {
        for (Family family : families) {
            String name = NAMESPACE + family.name() + (family.behaviour() == Behaviour.INFO ? ".info" : "");
            byName.put(
                    family.name(),
                    switch (family.behaviour()) {
                        case STOCK, COUNTER ->
                            meter.upDownCounterBuilder(name)
                                    .ofDoubles()
                                    .setUnit(family.unit().symbol())
                                    .setDescription(family.help())
                                    .buildObserver();
                        case GAUGE, INFO ->
                            meter.gaugeBuilder(name)
                                    .setUnit(family.unit().symbol())
                                    .setDescription(family.help())
                                    .buildObserver();
                    });
        }
    }

    ObservableMeasurement first() {
        return byName.values().iterator().next();
    }

    ObservableMeasurement[] others() {
        return byName.values().stream().skip(1).toArray(ObservableMeasurement[]::new);
    }

    void record(List<Family> families) {
        for (Family family : families) {
            ObservableDoubleMeasurement instrument = Objects.requireNonNull(byName.get(family.name()));
            family.samples().forEach(sample -> instrument.record(sample.value().doubleValue(), attributes(sample)));
        }
    }

    private static Attributes attributes(Sample sample) {
        AttributesBuilder attributes = Attributes.builder();
        sample.labels().forEach(attributes::put);
        return attributes.build();
    }
}
