package dev.sillage.ingestion.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.Meters;
import dev.sillage.ingestion.StoredActivities;
import dev.sillage.ingestion.Wire;
import dev.sillage.ingestion.fuzz.Cases;
import dev.sillage.ingestion.fuzz.Damage;
import dev.sillage.ingestion.fuzz.EveryAnswer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tables that no program ever wrote, and mappings that nobody meant. */
@QuarkusTest
@WithTestResource(Broker.class)
class ImportFuzzTest {
    private static final List<String> CELLS = List.of(
            "",
            " ",
            "\"",
            "\"\"",
            "a\"b",
            "a\nb",
            "a\r\nb",
            "a,b",
            "a;b",
            "\u0007",
            "\ufeff",
            "\ud83d\ude00",
            "=1+1",
            "=cmd|' /C calc'!A0",
            "@SUM(A1)",
            "+1",
            "-1",
            "1e999999999",
            "1e-999999999",
            "0x10",
            "1_000",
            "1,5",
            "NaN",
            "Infinity",
            "-0",
            "9".repeat(3000),
            "0." + "1".repeat(3000),
            "2026-11-23T10:00:00Z",
            "2026-02-30T10:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "2026-11-23T10:00:00.123456789123+18:00",
            "{\"a\":1}",
            "</script>",
            "x".repeat(300_000));

    private static final List<String> TARGETS = List.of(
            "id",
            "time",
            "subject",
            "vcpuHours",
            "measuredEnergyKwh",
            "region",
            "label.team",
            "label.",
            "label.a.b",
            "label.\u00e9",
            "label.=1+1",
            "label." + "x".repeat(300),
            "tenant",
            "source",
            "data",
            "specversion",
            "labels",
            "",
            "__proto__",
            "ID",
            "*");

    private static final List<String> NAMES =
            List.of("c0", "c1", "c2", "c3", "c4", "", " c0 ", "C0", "c9", "\"c0\"", "c0=c1", "\u00e9", "\t");

    private static final String RUNS = """
            timestamp,run_id,duration,energy_consumed
            2026-11-23T10:00:00,fuzz,3600,"1.5"
            2026-11-23T11:00:00,fuzz,7200,2.5
            """;

    private final String run = UUID.randomUUID().toString();
    private final Set<String> good = new HashSet<>();

    @AfterEach
    void whatWasAcceptedIsStoredAndNothingStaysInFlight() {
        assertThat(good).isNotEmpty();
        assertThat(StoredActivities.all().stream().map(record -> StoredActivities.header(record, "ce_id")))
                .containsAll(good);
        Meters.nothingStaysInFlight();
    }

    /** What is wrong in a cell costs its row at most. */
    @Test
    void aBadCellNeverCostsTheRowBesideIt() {
        Cases.byChance("import/csv, cells", 150, (random, number) -> {
            Damage damage = new Damage(random);
            String fine = run + "-cells-" + number;
            List<String> bad = new ArrayList<>(
                    List.of(run + "-bad-" + number, "2026-11-23T10:00:00Z", "1", "2.5", "FRA", "any", "team"));
            for (int i = random.nextInt(3); i >= 0; i--) {
                bad.set(random.nextInt(bad.size()), damage.any(CELLS));
            }
            String line = bad.stream().map(ImportFuzzTest::quoted).collect(Collectors.joining(","));
            String end = damage.any(List.of("\n", "\r\n", "\r"));

            Answer answer = post(
                    "csv?kind=compute&source=urn:test:fuzz",
                    (random.nextBoolean() ? "\ufeff" : "")
                            + String.join(
                                    end,
                                    "id,time,vcpuHours,measuredEnergyKwh,region,subject,label.team",
                                    line,
                                    fine + ",2026-11-23T10:00:00Z,1,,,,",
                                    ""));

            EveryAnswer.holdsFor(answer);
            assertThat(answer.status()).as(answer.text()).isEqualTo(202);
            good.add(fine);
        });
    }

    @Test
    void aBadCellOfARunNeverCostsTheRunBesideIt() {
        Cases.byChance("import/codecarbon, cells", 100, (random, number) -> {
            Damage damage = new Damage(random);
            String fine = run + "-run-" + number;
            List<String> bad = new ArrayList<>(List.of(
                    "2026-11-23T10:00:00", run + "-badrun-" + number, "3600", "1.5", "llm", "8", "FRA", "1", "1.1"));
            for (int i = random.nextInt(3); i >= 0; i--) {
                bad.set(random.nextInt(bad.size()), damage.any(CELLS));
            }

            Answer answer = post(
                    "codecarbon",
                    "timestamp,run_id,duration,energy_consumed,project_name,cpu_count,country_iso_code,gpu_count,pue\n"
                            + bad.stream().map(ImportFuzzTest::quoted).collect(Collectors.joining(","))
                            + "\n2026-11-23T10:00:00," + fine + ",3600,1.5,,,,,\n");

            EveryAnswer.holdsFor(answer);
            assertThat(answer.status()).as(answer.text()).isEqualTo(202);
            good.add(fine + ":2026-11-23T10:00:00");
        });
    }

    @Test
    void aDamagedTableIsReadOrRefusedAndTheNextOneIsTaken() {
        Cases.byChance("import, bytes", 150, (random, number) -> {
            String fine = run + "-next-" + number;
            boolean codeCarbon = random.nextBoolean();
            String valid = codeCarbon ? RUNS : table("fuzz") + "\"b\"\"c\",2026-11-23T10:00:00Z,\"2\"\n";
            byte[] damaged = random.nextBoolean()
                    ? new Damage(random).bytes(valid.getBytes(UTF_8))
                    : withOddBytes(valid.getBytes(UTF_8), random);

            Answer answer = post(codeCarbon ? "codecarbon" : "csv?kind=compute&source=urn:test:fuzz", damaged);
            Answer next = post("csv?kind=compute&source=urn:test:fuzz", table(fine));

            EveryAnswer.holdsFor(answer);
            assertThat(answer.status()).as(answer.text()).isIn(202, 400);
            assertThat(next.status()).as(next.text()).isEqualTo(202);
            good.add(fine);
        });
    }

    @Test
    void aTableOfAnotherShapeIsRefusedAsAWhole() {
        List<String> tables = List.of(
                "",
                "\n",
                "\ufeff",
                "\ufeff\ufeff" + table("a"),
                "\ufffe" + table("a"),
                "id,time,vcpuHours",
                "id,time,vcpuHours\n\"a,2026-11-23T10:00:00Z,1\n",
                "id,time,vcpuHours\n\"" + "a\n".repeat(100_000),
                "\"id,time,vcpuHours\na,2026-11-23T10:00:00Z,1\n",
                "id,time,vcpuHours\na,2026-11-23T10:00:00Z,1,\n",
                "id;time;vcpuHours\na;2026-11-23T10:00:00Z;1\n",
                "id\ttime\tvcpuHours\na\t2026-11-23T10:00:00Z\t1\n",
                "id,time,vcpuHours,id\na,2026-11-23T10:00:00Z,1,b\n",
                "id,time,vcpuHours, \na,2026-11-23T10:00:00Z,1,b\n",
                names(101) + "\n" + ",".repeat(100) + "\n",
                names(1000) + "\n" + ",".repeat(999) + "\n",
                ",".repeat(1_000_000),
                "\n".repeat(1_000_000),
                "id,time,vcpuHours\n" + "\"".repeat(1_000_001),
                table("a") + "b,2026-11-23T10:00:00Z\n",
                table("a") + "\n\n,,,\n",
                table("x".repeat(8_000_000)),
                "id,time,vcpuHours\n" + "a,b,c\n".repeat(10_001),
                "\u0000".repeat(1000),
                table("a\u0000"),
                "{\"id\":1}",
                "<html>",
                "PK\u0003\u0004");
        good.add(run + "-last");

        Cases.each("import/csv, tables", tables, table -> {
            Answer answer = post("csv?kind=compute&source=urn:test:fuzz", table);

            EveryAnswer.holdsFor(answer);
            assertThat(answer.status()).as(answer.text()).isIn(400, 413);
        });

        assertThat(post("csv?kind=compute&source=urn:test:fuzz", table(run + "-last"))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void aMappingThatIsNoneIsRefusedAndTheConnectionStays() throws IOException {
        try (Wire wire = new Wire()) {
            Cases.byChance("import/csv, mappings", 200, (random, number) -> {
                String fine = run + "-mapped-" + number;

                Wire.Received answer = send(wire, mapping(random), "bad");
                Wire.Received next = send(wire, "id=c0,time=c1,vcpuHours=c2", fine);

                EveryAnswer.holdsFor(answer);
                assertThat(answer.status()).as(answer.text()).isIn(202, 400);
                assertThat(next.status()).as(next.text()).isEqualTo(202);
                good.add(fine);
            });
        }
    }

    /** Heads that hold what a head must not are refused; they may end the connection. */
    @Test
    void aMappingThatIsNoHeaderIsRefused() {
        List<String> mappings = List.of(
                "id=c0\u0000",
                "id=c0\u0007,time=c1",
                "id=c0\r\n time=c1",
                "id=c0\nX: y",
                "id=c0\r\nSillage-Columns: time=c1",
                "x".repeat(30_000),
                "id=c0,".repeat(2000),
                "\u0085",
                "\u00ff=c0");
        good.add(run + "-header");

        Cases.each("import/csv, mappings that are no headers", mappings, mapping -> {
            try (Wire wire = new Wire()) {
                Wire.Received answer = send(wire, mapping, "bad");

                EveryAnswer.holdsFor(answer);
                assertThat(answer.status()).as(answer.text()).isIn(400, 431);
            }
        });

        assertThat(post("csv?kind=compute&source=urn:test:fuzz", table(run + "-header"))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void parametersThatAreNoneAreRefused() {
        List<String> values = List.of(
                "",
                "%00",
                "%zz",
                "%",
                "%C0%80",
                "%ED%A0%80",
                "a%0d%0aX:%20y",
                "compute%00",
                "COMPUTE",
                "../compute",
                "urn:%5Bx",
                "http://%5B/",
                "x".repeat(4000),
                "a:" + "y".repeat(4000),
                "Europe/../etc",
                "UTC%2B99:99",
                "%F0%9F%98%80",
                "a:b&label=a:c");
        List<String> queries = new ArrayList<>();
        for (String value : values) {
            queries.add("csv?kind=" + value);
            queries.add("csv?kind=compute&source=" + value);
            queries.add("csv?kind=compute&label=" + value);
            queries.add("codecarbon?kind=" + value);
            queries.add("codecarbon?timeZone=" + value);
            queries.add(value.replace("&", "") + "?kind=compute");
        }
        good.add(run + "-query");

        Cases.each("import, parameters", queries, query -> {
            try (Wire wire = new Wire()) {
                String table = table("any");
                wire.send("POST /v1/import/" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: text/csv\r\nContent-Length: " + table.length() + "\r\n\r\n" + table);
                List<Wire.Received> answers = wire.rest();

                assertThat(answers).hasSize(1);
                EveryAnswer.holdsFor(answers.get(0));
                assertThat(answers.get(0).status()).as(answers.get(0).text()).isIn(202, 400, 404, 405, 414);
            }
        });

        assertThat(post("csv?kind=compute&source=urn:test:fuzz", table(run + "-query"))
                        .status())
                .isEqualTo(202);
    }

    private static String mapping(Random random) {
        Damage damage = new Damage(random);
        List<String> parts = new ArrayList<>(List.of("id=c0", "time=c1", "vcpuHours=c2"));
        for (int i = random.nextInt(3); i >= 0; i--) {
            String part =
                    damage.any(TARGETS) + damage.any(List.of("=", "=", "=", "", "==", " = ", ":")) + damage.any(NAMES);
            int at = random.nextInt(parts.size());
            if (random.nextBoolean()) {
                parts.set(at, part);
            } else {
                parts.add(at, part);
            }
        }
        return String.join(damage.any(List.of(",", ",", ", ", ",,", ";", "\t,\t")), parts);
    }

    private static Wire.Received send(Wire wire, String mapping, String id) throws IOException {
        String table = table(id).replaceFirst("id,time,vcpuHours", "c0,c1,c2");
        wire.send(("POST /v1/import/csv?kind=compute&source=urn:test:fuzz HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: text/csv\r\nSillage-Columns: " + mapping + "\r\nContent-Length: "
                        + table.length() + "\r\n\r\n" + table)
                .getBytes(ISO_8859_1));
        return wire.next().orElseThrow(() -> new AssertionError("no answer"));
    }

    private static byte[] withOddBytes(byte[] table, Random random) {
        byte[] odd = "\"\n\r,\0-eE9.;=".getBytes(UTF_8);
        for (int i = random.nextInt(8); i >= 0; i--) {
            table[random.nextInt(table.length)] =
                    random.nextBoolean() ? odd[random.nextInt(odd.length)] : (byte) random.nextInt(256);
        }
        return table;
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    }

    private static String table(String id) {
        return "id,time,vcpuHours\n" + id + ",2026-11-23T10:00:00Z,1\n";
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static Answer post(String path, String table) {
        return post(path, table.getBytes(UTF_8));
    }

    private static Answer post(String path, byte[] table) {
        return Door.send(Door.request("/v1/import/" + path)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(table))
                .build());
    }
}
