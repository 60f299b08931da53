package dev.sillage.ingestion.publish;

import dev.sillage.access.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which services have just been said to send spans, so that it is said once a minute and not with each request. */
final class SpanMarkers {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    /** Beyond it all is forgotten and said again, which costs records, not correctness. */
    private static final int MAX_SERVICES = 10_000;

    private final Map<Key, Instant> said = new ConcurrentHashMap<>();

    private record Key(Tenant tenant, String service) {}

    List<Observed> withoutRepeated(Tenant tenant, List<Observed> observed, Instant now) {
        List<Observed> news = new ArrayList<>(observed.size());
        for (Observed each : observed) {
            if (each instanceof Observed.Metrics || isNew(new Key(tenant, each.service()), now)) {
                news.add(each);
            }
        }
        return news;
    }

    /** After a failure, for nobody may have heard it. */
    void forget(Tenant tenant, List<Observed> observed) {
        for (Observed each : observed) {
            said.remove(new Key(tenant, each.service()));
        }
    }

    private boolean isNew(Key key, Instant now) {
        Instant last = said.get(key);
        if (last != null && last.plus(INTERVAL).isAfter(now)) {
            return false;
        }
        if (said.size() >= MAX_SERVICES) {
            said.clear();
        }
        said.put(key, now);
        return true;
    }
}
