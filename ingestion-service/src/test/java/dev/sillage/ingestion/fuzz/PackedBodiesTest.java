package dev.sillage.ingestion.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.Meters;
import dev.sillage.ingestion.StoredActivities;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Packed bodies that lie, at every door. */
@QuarkusTest
@WithTestResource(Broker.class)
class PackedBodiesTest {
    private final Neighbours neighbours = new Neighbours();

    @AfterEach
    void nothingIsLostAndNothingStaysInFlight() {
        neighbours.send();
        neighbours.areAllStored();
        Meters.nothingStaysInFlight();
    }

    @Test
    void whatCannotBeUnpackedIsRefused() {
        for (HttpDoor door : HttpDoor.ALL) {
            List<PackedBodies.PackedBody> bodies = PackedBodies.of(door.request(neighbours.newId()));

            Cases.each(door + ", packed", bodies, body -> {
                Answer answer = door.post(body.bytes(), "Content-Encoding", body.encoding());

                EveryAnswer.holdsFor(answer);
                // What is behind the last member or frame may be passed over; nothing is an empty request of OTLP.
                assertThat(answer.status()).as("%s: %s", body, answer.text()).isIn(door.taken(), 400, 413, 415);
            });
        }
    }

    @Test
    void manyEmptyMembersAreNoFailure() {
        Cases.each("every door, empty members", HttpDoor.ALL, door -> {
            byte[] body = PackedBodies.manyEmptyMembers(door.request(neighbours.newId()));

            Answer answer = door.post(body, "Content-Encoding", "gzip");

            EveryAnswer.holdsFor(answer);
            assertThat(answer.status()).as(answer.text()).isIn(door.taken(), 400, 413);
        });
    }

    @Test
    void whatIsPackedWellIsTakenBetweenWhatIsDamaged() {
        Set<String> good = new HashSet<>();

        for (HttpDoor door : HttpDoor.ALL) {
            Cases.byChance(door + ", packed", 25, (random, number) -> {
                Damage damage = new Damage(random);
                String encoding = damage.any(List.of("gzip", "x-gzip", "zstd", "GZIP"));
                byte[] packed = Packing.pack(encoding, door.request("%032x".formatted(random.nextLong() | 1)));
                String id = neighbours.newId();

                Answer bad = door.post(damage.packed(packed), "Content-Encoding", encoding);
                Answer fine = door.post(Packing.pack(encoding, door.request(id)), "Content-Encoding", encoding);

                EveryAnswer.holdsFor(bad);
                assertThat(bad.status()).as(bad.text()).isIn(door.taken(), 400, 413);
                assertThat(fine.status()).as(fine.text()).isEqualTo(door.taken());
                if (door.stores()) {
                    good.add(door.stored(id));
                }
            });
        }

        assertThat(StoredActivities.all().stream().map(record -> StoredActivities.header(record, "ce_id")))
                .containsAll(good);
    }

    @Test
    void whileManyBombsUnpackGoodEventsAreTaken() {
        Cases.byChance("every door, bombs at once", 4, (random, number) -> {
            List<CompletableFuture<Answer>> bombs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                bombs.add(bomb(random));
            }
            neighbours.send();
            for (CompletableFuture<Answer> bomb : bombs) {
                Answer answer = bomb.join();
                EveryAnswer.holdsFor(answer);
                assertThat(answer.status()).as(answer.text()).isIn(413, 503);
            }
        });
    }

    private static CompletableFuture<Answer> bomb(Random random) {
        HttpDoor door = new Damage(random).any(HttpDoor.ALL);
        PackedBodies.PackedBody bomb = PackedBodies.of(new byte[1]).get(random.nextInt(2));
        return CompletableFuture.supplyAsync(() -> door.post(bomb.bytes(), "Content-Encoding", bomb.encoding()));
    }
}
