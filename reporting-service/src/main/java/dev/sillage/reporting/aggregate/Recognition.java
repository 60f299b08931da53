package dev.sillage.reporting.aggregate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Tells the activities that are new from those that were counted before. Adding finds that out by itself; but where copies
 * come, most often others follow (a replay, a sender that repeats itself), and for them asking alone is enough.
 */
@ApplicationScoped
class Recognition {
    private final IdentityTable identities;
    private volatile boolean copiesExpected;

    Recognition(IdentityTable identities) {
        this.identities = identities;
    }

    /** Adds those that are new. */
    Recognized recognize(Connection connection, Map<UUID, ReceivedFootprint> once) throws SQLException {
        Map<UUID, IdentityTable.Identity> before = new HashMap<>();
        Collection<ReceivedFootprint> unknown = once.values();
        if (copiesExpected) {
            before.putAll(identities.read(connection, once.keySet()));
            unknown = unknown.stream()
                    .filter(footprint -> !before.containsKey(footprint.activity()))
                    .toList();
        }
        Set<UUID> added = identities.insert(connection, unknown);
        if (added.size() < unknown.size()) {
            List<UUID> counted = unknown.stream()
                    .map(ReceivedFootprint::activity)
                    .filter(activity -> !added.contains(activity))
                    .toList();
            before.putAll(identities.read(connection, counted));
        }
        copiesExpected = before.size() > once.size() / 2;
        return new Recognized(once, added, before);
    }

    /**
     * What is known of a batch now.
     *
     * @param once the first footprint of each of its activities
     * @param added activities that are counted now
     * @param before what the others were counted as
     */
    record Recognized(Map<UUID, ReceivedFootprint> once, Set<UUID> added, Map<UUID, IdentityTable.Identity> before) {

        /** What an activity of the batch was counted as, now or before. */
        IdentityTable.Identity counted(UUID activity) {
            IdentityTable.Identity known = before.get(activity);
            if (known != null) {
                return known;
            }
            ReceivedFootprint first = Objects.requireNonNull(once.get(activity));
            return new IdentityTable.Identity(first.content(), first.occurredAt());
        }
    }
}
