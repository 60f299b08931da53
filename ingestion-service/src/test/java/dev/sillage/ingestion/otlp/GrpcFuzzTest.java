package dev.sillage.ingestion.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Meters;
import dev.sillage.ingestion.StoredActivities;
import dev.sillage.ingestion.fuzz.Cases;
import dev.sillage.ingestion.fuzz.Damage;
import dev.sillage.ingestion.fuzz.EveryAnswer;
import dev.sillage.ingestion.fuzz.Packing;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls of gRPC that no exporter would make, in frames of HTTP/2 that are well-formed. */
@QuarkusTest
@WithTestResource(Broker.class)
class GrpcFuzzTest {
    private static final int INVALID_ARGUMENT = 3;
    private static final int MIB = 1024 * 1024;

    @Inject
    GrpcServer server;

    private final Set<String> good = new HashSet<>();
    private GrpcClient client;

    @BeforeEach
    void connect() {
        client = new GrpcClient(server.port());
    }

    @AfterEach
    void whatWasTakenIsStoredAndNothingStaysInFlight() {
        beTaken();
        client.close();
        assertThat(StoredActivities.all().stream().map(record -> StoredActivities.header(record, "ce_id")))
                .containsAll(good);
        Meters.nothingStaysInFlight();
    }

    @ParameterizedTest
    @EnumSource(Signal.class)
    void whateverMessageIsSentTheAnswerHasAStatusAndTheNeighbourIsStored(Signal signal) {
        Cases.byChance("gRPC " + signal, 200, (random, number) -> {
            byte[] message = new Damage(random).bytes(valid(signal, random));

            answered(client.call(call(signal), "identity", GrpcClient.framed(false, message)));
            if (number % 10 == 0) {
                beTaken();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Signal.class)
    void whateverIsPackedTheAnswerHasAStatusAndTheNeighbourIsStored(Signal signal) {
        Cases.byChance("gRPC " + signal + ", packed", 100, (random, number) -> {
            Damage damage = new Damage(random);
            String encoding = damage.any(List.of("gzip", "zstd"));
            byte[] packed = Packing.pack(encoding, valid(signal, random));
            Buffer body =
                    GrpcClient.framed(random.nextInt(5) > 0, random.nextInt(4) == 0 ? packed : damage.packed(packed));
            String named = damage.any(List.of(encoding, encoding, encoding, "identity", "deflate", "snappy", ""));

            answered(client.call(call(signal), named, body));
            if (number % 10 == 0) {
                beTaken();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Signal.class)
    void whateverTheFrameOfTheMessageSaysTheAnswerHasAStatus(Signal signal) {
        Cases.byChance("gRPC " + signal + ", prefixes", 100, (random, number) -> {
            byte[] framed = GrpcClient.framed(false, valid(signal, random)).getBytes();
            for (int i = random.nextInt(3); i >= 0; i--) {
                framed[random.nextInt(GrpcClient.PREFIX_BYTES)] = (byte) random.nextInt(256);
            }
            int length = random.nextBoolean() ? framed.length : random.nextInt(framed.length);

            answered(client.call(call(signal), "gzip", Buffer.buffer(Arrays.copyOf(framed, length))));
        });
    }

    @Test
    void bombsAreRefusedAndTheNextCallIsTaken() {
        List<Buffer> gzip = new ArrayList<>(List.of(
                GrpcClient.framed(true, Packing.pack("gzip", new byte[64 * MIB])),
                GrpcClient.framed(true, Packing.pack("gzip", Packing.pack("gzip", new byte[64 * MIB]))),
                GrpcClient.framed(true, new byte[0]),
                GrpcClient.framed(true, new byte[MIB]),
                GrpcClient.framed(false, new byte[MIB])));
        Cases.each("gRPC, bombs of gzip", gzip, bomb -> {
            assertThat(answered(client.call(GrpcClient.TRACES, "gzip", bomb))).isEqualTo(INVALID_ARGUMENT);
            beTaken();
        });
        List<Buffer> zstd = List.of(
                GrpcClient.framed(true, Packing.pack("zstd", new byte[256 * MIB])),
                GrpcClient.framed(true, new byte[MIB]));
        Cases.each("gRPC, bombs of zstd", zstd, bomb -> {
            assertThat(answered(client.call(GrpcClient.METRICS, "zstd", bomb))).isEqualTo(INVALID_ARGUMENT);
            beTaken();
        });
    }

    private static int answered(GrpcClient.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(0, INVALID_ARGUMENT);
        EveryAnswer.tellsNothingOfUs(answer.text());
        return answer.status();
    }

    private void beTaken() {
        String trace = Payloads.newTraceId();
        assertThat(client.traces(Payloads.toProtobuf(Payloads.request(Payloads.chat(trace, 1))))
                        .status())
                .isZero();
        good.add(Payloads.id(trace, 1));
    }

    private static String call(Signal signal) {
        return switch (signal) {
            case TRACES -> GrpcClient.TRACES;
            case METRICS -> GrpcClient.METRICS;
            case LOGS -> GrpcClient.LOGS;
        };
    }

    private static byte[] valid(Signal signal, Random random) {
        return switch (signal) {
            case TRACES ->
                Payloads.toProtobuf(Payloads.file("traces_openai_current.json")
                        .replaceAll("\\b[0-9a-fA-F]{32}\\b", "%032x".formatted(random.nextInt(1 << 30) + 1L)));
            case METRICS ->
                Payloads.metricsToProtobuf(Payloads.file("metrics_token_usage_delta.json")
                        .replace("batch-summariser", "fuzzed")
                        .replace("\"edge\"", "\"fuzzed\""));
            case LOGS -> Payloads.logsToProtobuf(Payloads.logs());
        };
    }
}
