package dev.sillage.ingestion.usage;

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
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Responses that no API ever gave. */
@QuarkusTest
@WithTestResource(Broker.class)
class UsageFuzzTest {
    private static final String SECRET = "the secret of the prompt";

    private final String run = UUID.randomUUID().toString();
    private final Set<String> good = new HashSet<>();

    /**
     * A response, and where in it a value is put.
     *
     * @param response with its id as @
     */
    private record Template(String api, String response, List<String> values) {}

    private static final List<Template> TEMPLATES = List.of(
            new Template(
                    "openai",
                    "{\"id\":\"@\",\"object\":\"chat.completion\",\"created\":1764066000,\"model\":\"gpt-4o\","
                            + "\"choices\":[{\"message\":{\"content\":\"" + SECRET + "\"}}],"
                            + "\"usage\":{\"prompt_tokens\":1874,\"completion_tokens\":392,"
                            + "\"prompt_tokens_details\":{\"cached_tokens\":1024},"
                            + "\"completion_tokens_details\":{\"reasoning_tokens\":64}}}",
                    List.of("1764066000", "\"gpt-4o\"", "1874", "392", "1024", "{\"reasoning_tokens\":64}")),
            new Template(
                    "openai",
                    "{\"id\":\"@\",\"created\":1764066000,\"data\":[{\"b64_json\":\"" + SECRET + "\"},{}],"
                            + "\"usage\":{\"input_tokens\":50,\"output_tokens\":2112}}",
                    List.of("1764066000", "[{\"b64_json\":\"" + SECRET + "\"},{}]", "50", "2112")),
            new Template(
                    "anthropic",
                    "{\"id\":\"@\",\"model\":\"claude-sonnet-4-5\",\"content\":[{\"text\":\"" + SECRET + "\"}],"
                            + "\"usage\":{\"input_tokens\":120,\"cache_read_input_tokens\":20000,"
                            + "\"output_tokens\":310,\"inference_geo\":\"us\"}}",
                    List.of("\"claude-sonnet-4-5\"", "120", "20000", "310", "\"us\"")),
            new Template(
                    "mistral",
                    "{\"id\":\"@\",\"object\":\"list\",\"created\":1764066000,\"model\":\"mistral-embed\","
                            + "\"data\":[{\"embedding\":[0.1,0.2]}],\"usage\":{\"prompt_tokens\":15}}",
                    List.of("\"list\"", "1764066000", "15")),
            new Template(
                    "google",
                    "{\"responseId\":\"@\",\"modelVersion\":\"gemini-2.5-flash\",\"createTime\":"
                            + "\"2025-11-25T10:20:00Z\",\"candidates\":[{\"text\":\"" + SECRET + "\"}],"
                            + "\"usageMetadata\":{\"promptTokenCount\":100,\"candidatesTokenCount\":20,"
                            + "\"thoughtsTokenCount\":300}}",
                    List.of("\"2025-11-25T10:20:00Z\"", "100", "20", "300")));

    @AfterEach
    void whatWasAcceptedIsStoredAndNothingStaysInFlight() {
        assertThat(good).isNotEmpty();
        assertThat(StoredActivities.all().stream().map(record -> StoredActivities.header(record, "ce_id")))
                .containsAll(good);
        Meters.nothingStaysInFlight();
    }

    @Test
    void ofDamagedResponsesEachCostsOnlyItselfOrTheRequestIsRefused() {
        Cases.byChance("usage", 500, (random, number) -> {
            Damage damage = new Damage(random);
            Template template = TEMPLATES.get(number % TEMPLATES.size());
            byte[] damaged = damage.json(template.response().replace("@", run + "-bad-" + number));

            sendBesideAGoodOne(template, damaged, "-" + number);
        });
    }

    /** Values that are too deep, too long, too large, or no values at all, wherever one is read. */
    @Test
    void aValueThatIsNoneCostsOnlyItsResponseOrTheRequestIsRefused() {
        List<String> bodies = new ArrayList<>();
        List<Template> templates = new ArrayList<>();
        for (Template template : TEMPLATES) {
            for (int i = 0; i < template.values().size(); i++) {
                for (String value : Damage.JSON_VALUES) {
                    // Each value at one place of each response; at all of them they would be a thousand.
                    if ((Damage.JSON_VALUES.indexOf(value) + i)
                                    % template.values().size()
                            == 0) {
                        bodies.add(template.response()
                                .replace("@", run + "-value-" + bodies.size())
                                .replace(template.values().get(i), value));
                        templates.add(template);
                    }
                }
            }
        }
        int[] number = {0};

        Cases.each("usage, values", bodies, body -> {
            sendBesideAGoodOne(templates.get(number[0]), body.getBytes(UTF_8), "-beside-value-" + number[0]);
            number[0]++;
        });
    }

    @Test
    void bodiesThatAreNoneAreRefused() {
        good.add(run + "-last");
        String whole = TEMPLATES.get(0).response().replace("@", run + "-form");
        List<byte[]> bodies = List.of(
                new byte[0],
                "[".repeat(1_000_000).getBytes(UTF_8),
                "{\"usage\":".repeat(500_000).getBytes(UTF_8),
                ("[" + "{},".repeat(10_001) + "{}]").getBytes(UTF_8),
                ("[" + "[],".repeat(1000) + "7]").getBytes(UTF_8),
                ("{\"" + "n".repeat(1_000_000) + "\":1}").getBytes(UTF_8),
                ("{\"id\":\"" + "i".repeat(8_000_000) + "\"}").getBytes(UTF_8),
                ("{\"created\":" + "1".repeat(1_000_000) + "}").getBytes(UTF_8),
                "\u0000".getBytes(UTF_8),
                (whole + "\u0000").getBytes(UTF_8),
                (whole + whole).getBytes(UTF_8),
                (whole + ",").getBytes(UTF_8),
                "[1e999999999]".getBytes(UTF_8),
                "-".getBytes(UTF_8),
                "\"".getBytes(UTF_8));

        Cases.each("usage, forms", bodies, body -> {
            Answer answer = post("openai", body);

            EveryAnswer.holdsFor(answer);
            assertThat(answer.status()).as(answer.text()).isIn(400, 413);
        });

        assertThat(post(
                                "openai",
                                TEMPLATES
                                        .get(0)
                                        .response()
                                        .replace("@", run + "-last")
                                        .getBytes(UTF_8))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void parametersThatAreNoneAreRefusedOrTaken() {
        List<String> values = List.of(
                "",
                "%00",
                "%zz",
                "%",
                "%C0%80",
                "%ED%A0%80",
                "%F4%90%80%80",
                "+",
                "a%0d%0aX:%20y",
                "%3A",
                "x:",
                ":x",
                "a:b&label=a:c",
                "%F0%9F%98%80:%F0%9F%98%80",
                "x".repeat(4000),
                "a:" + "y".repeat(4000));
        List<String> queries = new ArrayList<>();
        for (String name : List.of("id", "model", "time", "label", "nothing")) {
            values.forEach(value -> queries.add("?" + name + "=" + value));
        }
        int[] number = {0};

        Cases.each("usage, parameters", queries, query -> {
            String id = run + "-parameter-" + number[0]++;
            String event = TEMPLATES.get(2).response().replace("@", id);
            try (Wire wire = new Wire()) {
                wire.send("POST /v1/usage/anthropic" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + event.length() + "\r\n\r\n" + event);
                List<Wire.Received> answers = wire.rest();

                assertThat(answers).hasSize(1);
                EveryAnswer.holdsFor(answers.get(0));
                assertThat(answers.get(0).status()).as(answers.get(0).text()).isIn(202, 400);
                if (answers.get(0).status() == 202) {
                    good.add(id);
                }
            }
        });
    }

    private void sendBesideAGoodOne(Template template, byte[] damaged, String mark) {
        String id = run + mark;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write('[');
        body.writeBytes(damaged);
        body.writeBytes(("," + template.response().replace("@", id) + "]").getBytes(UTF_8));

        Answer answer = post(template.api(), body.toByteArray());

        EveryAnswer.holdsFor(answer);
        assertThat(answer.status()).as(answer.text()).isIn(202, 400);
        assertThat(answer.text()).doesNotContain(SECRET);
        if (answer.status() == 202) {
            good.add(id);
        }
    }

    private static Answer post(String api, byte[] body) {
        return Door.send(Door.request("/v1/usage/" + api)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }
}
