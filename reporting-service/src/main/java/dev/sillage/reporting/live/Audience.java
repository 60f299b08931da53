package dev.sillage.reporting.live;

import dev.sillage.reporting.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All who look at this replica, by tenant. Admission is one step: there are never more than may be. */
@ApplicationScoped
class Audience {
    private final int limit;
    private final int limitPerTenant;
    private final Map<String, Set<Viewer>> viewers = new HashMap<>();
    private int size;

    Audience(LiveConfig config) {
        limit = atLeastOne("viewers", config.viewers());
        limitPerTenant = atLeastOne("viewers-per-tenant", config.viewersPerTenant());
    }

    /**
     * Lets somebody look.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when there are as many as may be
     */
    synchronized void admit(Viewer viewer) {
        if (size >= limit) {
            throw Problem.viewersFull(limit);
        }
        Set<Viewer> ofTenant = viewers.getOrDefault(viewer.tenant(), Set.of());
        if (ofTenant.size() >= limitPerTenant) {
            throw Problem.tooManyViewers(limitPerTenant);
        }
        if (viewers.computeIfAbsent(viewer.tenant(), first -> new LinkedHashSet<>())
                .add(viewer)) {
            size++;
        }
    }

    /** Makes room; again and again without harm. */
    synchronized void leave(Viewer viewer) {
        Set<Viewer> ofTenant = viewers.get(viewer.tenant());
        if (ofTenant != null && ofTenant.remove(viewer)) {
            size--;
            if (ofTenant.isEmpty()) {
                viewers.remove(viewer.tenant());
            }
        }
    }

    synchronized Set<String> tenants() {
        return Set.copyOf(viewers.keySet());
    }

    synchronized List<Viewer> of(String tenant) {
        return List.copyOf(viewers.getOrDefault(tenant, Set.of()));
    }

    synchronized List<Viewer> all() {
        List<Viewer> all = new ArrayList<>(size);
        viewers.values().forEach(all::addAll);
        return all;
    }

    synchronized int size() {
        return size;
    }

    private static int atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalStateException("sillage.reporting.live." + key + " must be at least 1, not " + value);
        }
        return value;
    }
}
