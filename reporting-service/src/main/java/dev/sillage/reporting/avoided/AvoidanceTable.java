package dev.sillage.reporting.avoided;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sillage.footprint.AvoidanceEvent;
import dev.sillage.footprint.Figure;
import dev.sillage.reporting.intake.LogPosition;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one place where an avoidance is counted: the digest of its activity is the primary key. */
@ApplicationScoped
class AvoidanceTable {
    private static final List<String> COLUMNS = List.of(
            "activity_digest",
            "tenant",
            "source",
            "activity_id",
            "occurred_at",
            "accepted_at",
            "avoidance_id",
            "labels",
            "lever",
            "zone",
            "avoided_low",
            "avoided_central",
            "avoided_high",
            "second_order_low",
            "second_order_central",
            "second_order_high",
            "first_order_low",
            "first_order_central",
            "first_order_high",
            "rebound_low",
            "rebound_central",
            "rebound_high",
            "reference",
            "evidence",
            "rebound_statement",
            "tier",
            "public_use",
            "methodology",
            "factor_set",
            "warnings",
            "activity_data",
            "origin_partition",
            "origin_offset");
    private static final String INSERT = "INSERT INTO avoidance (" + String.join(", ", COLUMNS) + ") VALUES ("
            + String.join(", ", Collections.nCopies(COLUMNS.size(), "?")) + ") ON CONFLICT DO NOTHING";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Adds those whose activity is not there yet, and answers for each whether it was new. */
    boolean[] insert(Connection connection, List<ReceivedAvoidance> avoidances) throws SQLException {
        boolean[] added = new boolean[avoidances.size()];
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < added.length; i++) {
                bind(insert, avoidances.get(i));
                added[i] = insert.executeUpdate() == 1;
            }
        }
        return added;
    }

    private static void bind(PreparedStatement insert, ReceivedAvoidance avoidance) throws SQLException {
        AvoidanceEvent event = avoidance.event();
        LogPosition origin = avoidance.origin();
        List<@Nullable Object> values = Arrays.asList(
                event.activity().digest(),
                event.activity().tenant(),
                event.activity().source(),
                event.activity().id(),
                utc(event.time()),
                utc(event.acceptedAt()),
                UUID.fromString(event.id()),
                labels(event.labels()),
                event.lever(),
                event.zone() == null ? "" : event.zone(),
                event.avoidedKgCo2e().low(),
                event.avoidedKgCo2e().central(),
                event.avoidedKgCo2e().high(),
                event.secondOrderKgCo2e().low(),
                event.secondOrderKgCo2e().central(),
                event.secondOrderKgCo2e().high(),
                low(event.firstOrderKgCo2e()),
                central(event.firstOrderKgCo2e()),
                high(event.firstOrderKgCo2e()),
                low(event.reboundKgCo2e()),
                central(event.reboundKgCo2e()),
                high(event.reboundKgCo2e()),
                event.reference(),
                event.evidence(),
                event.reboundStatement(),
                event.tier(),
                event.publicUse(),
                event.methodology(),
                event.factorSet(),
                String.join(" ", event.warnings()),
                event.data(),
                origin == null ? null : origin.partition(),
                origin == null ? null : origin.offset());
        for (int column = 0; column < values.size(); column++) {
            insert.setObject(column + 1, values.get(column));
        }
    }

    private static @Nullable BigDecimal low(@Nullable Figure figure) {
        return figure == null ? null : figure.low();
    }

    private static @Nullable BigDecimal central(@Nullable Figure figure) {
        return figure == null ? null : figure.central();
    }

    private static @Nullable BigDecimal high(@Nullable Figure figure) {
        return figure == null ? null : figure.high();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String labels(Map<String, String> labels) {
        try {
            return labels.isEmpty() ? null : JSON.writeValueAsString(labels);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }
}
