package dev.sillage.ingestion.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.StoredActivities;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Good events that are sent between and beside the bad ones. Each of them must be on the topic in the end. */
public final class Neighbours {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int UNAVAILABLE = 503;

    private final String source = "urn:test:neighbours:" + UUID.randomUUID();
    private final Set<String> accepted = new HashSet<>();

    /** Sends one; the door may ask for it again, but not refuse it. */
    public void send() {
        String id = newId();
        await().atMost(LIMIT).until(() -> {
            int status = Door.post(Door.ONE, event(id)).status();
            assertThat(status).isIn(202, UNAVAILABLE);
            return status == 202;
        });
        wasAccepted(id);
    }

    public String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** The text of one that the test sends by itself. */
    public String event(String id) {
        return Events.email(source, id);
    }

    public void wasAccepted(String id) {
        accepted.add(id);
    }

    /** All that were accepted are stored; one may be stored twice after a 503, all others once. */
    public void areAllStored() {
        assertThat(accepted).isNotEmpty();
        assertThat(StoredActivities.all().stream()
                        .filter(record -> source.equals(StoredActivities.header(record, "ce_source")))
                        .map(record -> StoredActivities.header(record, "ce_id")))
                .containsAll(accepted);
    }
}
