package dev.sillage.ingestion.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Meters;
import dev.sillage.ingestion.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Senders that go away at any byte of their request, the last one before all, and never hear the answer. */
@QuarkusTest
@WithTestResource(Broker.class)
class LeavingSendersTest {
    private final Neighbours neighbours = new Neighbours();

    @Test
    void nothingOfThemStaysInFlight() {
        Cases.byChance("every door over HTTP/1.1, senders that leave", 1000, (random, number) -> {
            HttpDoor door = new Damage(random).any(HttpDoor.ALL);
            byte[] body = door.request("%032x".formatted(random.nextLong() | 1));
            byte[] request = PackedBodies.join(head(door, body.length).getBytes(ISO_8859_1), body);
            int sent = random.nextInt(3) == 0 ? random.nextInt(request.length) : request.length;
            try (Wire wire = new Wire()) {
                wire.send(Arrays.copyOf(request, sent));
                if (random.nextBoolean()) {
                    wire.reset();
                }
            }
            if (number % 50 == 0) {
                neighbours.send();
            }
        });

        neighbours.areAllStored();
        Meters.nothingStaysInFlight();
    }

    private static String head(HttpDoor door, int length) {
        return "POST " + door.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + door.contentType()
                + "\r\nContent-Length: " + length + "\r\n\r\n";
    }
}
