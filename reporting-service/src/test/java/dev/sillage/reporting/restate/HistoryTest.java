package dev.sillage.reporting.restate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.restate.Restatement.Cursor;
import dev.sillage.reporting.restate.Restatement.Progress;
import dev.sillage.reporting.restate.Restatement.State;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages of a period: each of its activities once, the newest first, and no others. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class HistoryTest {
    private static final int PAGE = 7;

    @Inject
    AgroalDataSource database;

    @Inject
    History history;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void theBeginningBelongsToThePeriodAndTheEndDoesNot() throws SQLException {
        Instant from = Instant.parse("2018-02-01T00:00:00Z");
        List<String> expected = new ArrayList<>();
        List<FootprintEvent> sent = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            // Three of each moment: a page ends between two of them.
            sent.add(Footprints.prompt("h" + i, from.plusSeconds(i / 3), "history"));
            expected.add("h" + i);
        }
        sent.add(Footprints.prompt("before", from.minusMillis(1), "history"));
        sent.add(Footprints.prompt("end", from.plusSeconds(10), "history"));
        send(sent);
        Restatement restatement = restatement(from, from.plusSeconds(10), List.of());

        List<HistoryRow> pages = pages(restatement);

        assertThat(pages).extracting(HistoryRow::id).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(pages)
                .extracting(row -> row.row().key().occurredAt())
                .isSortedAccordingTo(Comparator.<Instant>reverseOrder());
        assertThat(count(restatement)).isEqualTo(30);
    }

    @Test
    void onlyTheKindsThatAreMeantAreRead() throws SQLException {
        Instant from = Instant.parse("2018-03-01T00:00:00Z");
        List<FootprintEvent> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Instant time = from.plusSeconds(i);
            sent.add(Footprints.prompt("k" + i, time, "kinds"));
            sent.add(Footprints.ofKind("email", Footprints.prompt("m" + i, time, "kinds")));
        }
        send(sent);

        Restatement mails = restatement(from, from.plusSeconds(60), List.of("email"));
        Restatement both = restatement(from, from.plusSeconds(60), List.of("email", "llm-inference"));
        Restatement none = restatement(from, from.plusSeconds(60), List.of("web-page"));

        assertThat(pages(mails)).hasSize(20).allMatch(row -> row.row().kind().equals("email"));
        assertThat(pages(both)).hasSize(40);
        assertThat(pages(none)).isEmpty();
        assertThat(List.of(count(mails), count(both), count(none))).containsExactly(20L, 40L, 0L);
    }

    private static Restatement restatement(Instant from, Instant to, List<String> kinds) {
        return new Restatement(
                UUID.randomUUID(),
                Footprints.TENANT,
                "x",
                Instant.EPOCH,
                "a test",
                null,
                "f",
                from,
                to,
                kinds,
                true,
                State.RUNNING,
                "",
                new Progress(0, 0, 0, 0, null),
                null);
    }

    private List<HistoryRow> pages(Restatement restatement) throws SQLException {
        List<HistoryRow> all = new ArrayList<>();
        Cursor cursor = null;
        List<HistoryRow> page = page(restatement, cursor);
        while (!page.isEmpty()) {
            all.addAll(page);
            cursor = page.get(page.size() - 1).cursor();
            page = page(restatement, cursor);
        }
        return all;
    }

    private List<HistoryRow> page(Restatement restatement, @Nullable Cursor after) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            List<HistoryRow> page = history.page(connection, restatement, after, PAGE);
            connection.rollback();
            connection.setAutoCommit(true);
            return page;
        }
    }

    private long count(Restatement restatement) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return history.count(connection, restatement);
        }
    }

    private void send(List<FootprintEvent> footprints) {
        try (Log log = new Log(servers, database)) {
            log.publish(footprints.stream().map(Footprints::record).toList());
            log.awaitTaken(FootprintTopic.NAME);
        }
    }
}
