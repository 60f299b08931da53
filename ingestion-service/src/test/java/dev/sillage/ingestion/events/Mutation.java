package dev.sillage.ingestion.events;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

/** Damages a valid event in one of the ways in which senders, proxies and attackers do. */
final class Mutation {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "0.1e-999999999",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "[[[[]]]]",
            "NaN",
            "9".repeat(2000),
            "\"" + "x".repeat(3000) + "\"",
            "{\"a\":{\"a\":{\"a\":1}}}",
            "\"2026-11-23T09:30:00Z\"",
            "\"1.0\"",
            "{\"correctedKind\":\"email\"}",
            "[".repeat(30) + "]".repeat(30),
            "\"dev.sillage.activity.correction.v1\"");
    private static final List<String> NAMES = List.of(
            "id",
            "source",
            "type",
            "time",
            "data",
            "tenant",
            "data_base64",
            "bytes",
            "labels",
            "recipients",
            "deviceMix",
            "a/b~",
            "",
            "x".repeat(200),
            "replacement",
            "correctedKind");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    /** The damaged event, on one line; by chance it may still be valid. */
    byte[] of(String event) {
        String damaged = event;
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            damaged = once(damaged);
        }
        byte[] bytes = damaged.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        for (int i = 0; i < bytes.length; i++) {
            // A line feed would make two lines of one.
            if (bytes[i] == '\n') {
                bytes[i] = ' ';
            }
        }
        return bytes;
    }

    private String once(String event) {
        int colon = event.indexOf(':', random.nextInt(Math.max(1, event.length())));
        return switch (random.nextInt(7)) {
            case 0 -> event.substring(0, random.nextInt(event.length() + 1));
            case 1 -> colon < 0 ? event : event.substring(0, colon + 1) + any(VALUES) + rest(event, colon + 1);
            case 2 ->
                event.replaceFirst("\\{", Matcher.quoteReplacement("{\"" + any(NAMES) + "\":" + any(VALUES) + ","));
            case 3 -> event.replace("\"data\":{", "\"data\":{\"" + any(NAMES) + "\":" + any(VALUES) + ",");
            case 4 -> insert(event, "{}[]\",:\\".charAt(random.nextInt(8)));
            case 5 -> event + event;
            default -> any(VALUES);
        };
    }

    private String insert(String event, char c) {
        int at = random.nextInt(event.length() + 1);
        return event.substring(0, at) + c + event.substring(at);
    }

    /** The text behind the value that begins at {@code from}, roughly. */
    private static String rest(String event, int from) {
        int comma = event.indexOf(',', from);
        return comma < 0 ? "}" : event.substring(comma);
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
