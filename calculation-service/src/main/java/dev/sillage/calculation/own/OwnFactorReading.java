package dev.sillage.calculation.own;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * The state of one reading of the topic from its begin. What it finds becomes visible only once it has seen all that
 * was there when it began: half a state would be a wrong one. For one thread.
 */
final class OwnFactorReading {
    private static final Logger LOG = Logger.getLogger(OwnFactorReading.class);

    private final OwnFactors factors;
    private final Map<String, Map<OwnFactor.Id, OwnFactor>> byTenant = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private boolean caughtUp;

    OwnFactorReading(OwnFactors factors) {
        this.factors = factors;
    }

    void apply(ConsumerRecord<byte[], byte[]> record) {
        try {
            OwnFactorRecord.Change change = OwnFactorRecord.read(record);
            Map<OwnFactor.Id, OwnFactor> ofTenant =
                    byTenant.computeIfAbsent(change.tenant(), tenant -> new HashMap<>());
            OwnFactor factor = change.factor();
            if (factor == null) {
                ofTenant.remove(change.id());
            } else {
                ofTenant.put(change.id(), factor);
            }
            changed.add(change.tenant());
        } catch (IOException e) {
            LOG.warnf(
                    "the record at %s/%d/%d is no own factor and is passed over: %s",
                    record.topic(), record.partition(), record.offset(), e.getMessage());
        }
    }

    /** Makes what was read visible, if all of the begin has been read. */
    void show(boolean allOfTheBegin) {
        if (!caughtUp && !allOfTheBegin) {
            return;
        }
        if (!caughtUp) {
            factors.retain(byTenant.keySet());
            caughtUp = true;
        }
        for (String tenant : changed) {
            factors.set(
                    tenant,
                    new TenantFactors(byTenant.getOrDefault(tenant, Map.of()).values()));
        }
        changed.clear();
        factors.setWhole();
    }
}
