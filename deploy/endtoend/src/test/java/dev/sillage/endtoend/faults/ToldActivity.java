package dev.sillage.endtoend.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sillage.activity.Activity;
import dev.sillage.activity.DataTransfer;
import dev.sillage.activity.DeviceUse;
import dev.sillage.activity.Email;
import dev.sillage.activity.LlmInference;
import dev.sillage.activity.VideoCall;
import dev.sillage.activity.VideoStreaming;
import dev.sillage.activity.WebSearch;
import dev.sillage.endtoend.Api;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * What a sender says of one event: of one of several kinds.
 *
 * @param activity its data
 * @param time when it ended
 * @param team its label
 */
record ToldActivity(Activity activity, Instant time, String team) {
    private static final List<String> TEAMS = List.of("red", "green", "blue");
    private static final List<String> MODELS = List.of("gpt-4o", "gpt-4o-mini", "a-model-that-nobody-knows");
    private static final List<String> COUNTRIES = List.of("FRA", "DEU", "POL");
    private static final List<String> DEVICES = List.of("laptop", "smartphone");
    private static final int MINUTES = 4;
    private static final int DAYS = 45;

    /** Anything, in one of a few minutes that lie days, hours and months before. */
    static ToldActivity any(Random random, Instant before) {
        Instant minute = before.minusSeconds(86_400L * DAYS * random.nextInt(3) / 2 + 3_600L * random.nextInt(3))
                .minusSeconds(60L * (1 + random.nextInt(MINUTES)));
        return new ToldActivity(activity(random), minute.plusMillis(random.nextInt(60_000)), one(TEAMS, random));
    }

    private static Activity activity(Random random) {
        String country = one(COUNTRIES, random);
        return switch (random.nextInt(7)) {
            case 0 -> new WebSearch(1 + random.nextInt(50), one(DEVICES, random), "fixed", country);
            case 1 ->
                new Email(
                        1_000 + random.nextInt(9_000_000),
                        1 + random.nextInt(9),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        country);
            case 2 ->
                new VideoCall(
                        60 + random.nextInt(7_200),
                        2 + random.nextInt(9),
                        "HD",
                        one(DEVICES, random),
                        "fixed",
                        country);
            case 3 ->
                new VideoStreaming(60 + random.nextInt(7_200), "HD", one(DEVICES, random), "mobile", country, null);
            case 4 -> new DeviceUse(one(DEVICES, random), 0.25 * (1 + random.nextInt(32)), country);
            case 5 -> new DataTransfer(1 + random.nextInt(1_000_000_000), "fixed", country);
            default ->
                new LlmInference(
                        "openai",
                        one(MODELS, random),
                        random.nextInt(20_000),
                        1 + random.nextInt(4_000),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        };
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    String kind() {
        return activity.kind().wireName();
    }

    /** Its members as JSON, without what is not told. */
    ObjectNode data() {
        ObjectNode data = Api.JSON.valueToTree(activity);
        data.properties().removeIf(member -> member.getValue().isNull());
        return data;
    }

    /** The labels of an event of that application. */
    JsonNode labels(String application) {
        return Api.JSON.createObjectNode().put("application", application).put("team", team);
    }
}
