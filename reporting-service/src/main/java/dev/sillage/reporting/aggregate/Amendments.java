package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.aggregate.Replacements.Replacement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Corrections and retractions. Of all that an activity ever got the one that was accepted last counts, in whatever order
 * they come and however often. One that comes before its activity stands in for it, so that the activity is a duplicate.
 */
@ApplicationScoped
class Amendments {
    private final IdentityTable identities;
    private final LedgerRows rows;
    private final Replacements replacements;

    Amendments(IdentityTable identities, LedgerRows rows, Replacements replacements) {
        this.identities = identities;
        this.rows = rows;
        this.replacements = replacements;
    }

    /**
     * Writes those that take effect.
     *
     * @param series ids of the dimensions of all replacements
     * @param differences what the rollups have to move by is added to it
     * @return those that are or were for a moment the last word on their activity
     */
    Set<ReceivedAmendment> write(
            Connection connection,
            List<ReceivedAmendment> amendments,
            Map<Dimensions, Long> series,
            Map<Slot, Sums> differences)
            throws SQLException {
        Set<ReceivedAmendment> effective = new HashSet<>();
        if (amendments.isEmpty()) {
            return effective;
        }
        // A copy of one that came before says nothing new, even when another one followed that.
        Set<UUID> unheard = identities.announce(connection, amendments, ReceivedAmendment::amendment);
        Map<UUID, IdentityTable.State> states = lock(connection, amendments);
        Map<UUID, ReceivedAmendment> last = new TreeMap<>();
        for (ReceivedAmendment amendment : amendments) {
            IdentityTable.State state = Objects.requireNonNull(states.get(amendment.activity()));
            if (!unheard.remove(amendment.amendment()) || !amendment.isAfter(state.amendedAt(), state.amendment())) {
                continue;
            }
            ReceivedAmendment other = last.get(amendment.activity());
            if (other == null || ReceivedAmendment.BY_PRECEDENCE.compare(amendment, other) > 0) {
                last.put(amendment.activity(), amendment);
                effective.add(amendment);
            }
        }
        Collection<Replacement> taking = replacements(connection, last.values(), states);
        replacements.write(connection, taking, series);
        Movement.of(taking, series).addTo(differences);
        identities.amend(connection, last.values());
        return effective;
    }

    /** In the order of digests, so that two transactions that amend the same activities wait instead of deadlocking. */
    private Map<UUID, IdentityTable.State> lock(Connection connection, List<ReceivedAmendment> amendments)
            throws SQLException {
        identities.announce(connection, amendments, ReceivedAmendment::activity);
        return identities.lock(
                connection, amendments.stream().map(ReceivedAmendment::activity).collect(Collectors.toSet()));
    }

    private Collection<Replacement> replacements(
            Connection connection, Collection<ReceivedAmendment> last, Map<UUID, IdentityTable.State> states)
            throws SQLException {
        Map<UUID, LedgerRow> before = rows.read(connection, keys(last, states));
        List<Replacement> all = new ArrayList<>();
        for (ReceivedAmendment amendment : last) {
            all.add(new Replacement(before.get(amendment.activity()), amendment.replacement(), amendment.amendment()));
        }
        return all;
    }

    private static List<LedgerRow.Key> keys(Collection<ReceivedAmendment> last, Map<UUID, IdentityTable.State> states) {
        Map<UUID, LedgerRow.Key> keys = new HashMap<>();
        for (ReceivedAmendment amendment : last) {
            IdentityTable.State state = Objects.requireNonNull(states.get(amendment.activity()));
            keys.put(amendment.activity(), state.key(amendment.activity()));
        }
        return List.copyOf(keys.values());
    }
}
