package dev.sillage.ingestion.otlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages requests in the ways of senders, proxies and attackers: in their bytes, and in their structure. */
final class OtlpMutation {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e999",
            "1e-999999999",
            "0.5",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"-9223372036854775808\"",
            "9223372036854775808",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "9".repeat(3000),
            "\"" + "x".repeat(3000) + "\"",
            "{\"stringValue\":\"chat\"}",
            "{\"intValue\":{}}",
            "{\"kvlistValue\":{\"values\":[]}}",
            "[".repeat(60) + "]".repeat(60),
            "[".repeat(300) + "]".repeat(300),
            "{\"arrayValue\":{\"values\":[".repeat(40) + "]}}".repeat(40));

    private final Random random;

    OtlpMutation(Random random) {
        this.random = random;
    }

    /** The text of a request after one to three changes of its tree, and by chance one of its bytes. */
    byte[] ofJson(String json) {
        String damaged = json;
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            damaged = inTree(damaged);
        }
        byte[] bytes = damaged.getBytes(StandardCharsets.UTF_8);
        return random.nextInt(4) == 0 ? ofBytes(bytes) : bytes;
    }

    /** Cut off, changed, doubled, or with something put in. */
    byte[] ofBytes(byte[] bytes) {
        byte[] damaged = bytes.clone();
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times && damaged.length > 0; i++) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(8)) {
                case 0 -> damaged = Arrays.copyOf(damaged, at);
                case 1 -> damaged = insert(damaged, at, bomb());
                case 2 -> damaged = insert(damaged, at, new byte[] {(byte) random.nextInt(256)});
                case 3 -> damaged = insert(damaged, at, damaged);
                default -> damaged[at] = (byte) random.nextInt(256);
            }
        }
        return damaged;
    }

    /** A thing that means depth or length: opened groups, endless varints, lengths beyond the end, nested values. */
    private byte[] bomb() {
        byte[] bomb = new byte[1 + random.nextInt(2000)];
        byte[] fills = {0x0b, (byte) 0xff, 0x2a, 0x0a, 0x32, (byte) 0x80, 0x7f, 0x00};
        Arrays.fill(bomb, fills[random.nextInt(fills.length)]);
        return bomb;
    }

    private static byte[] insert(byte[] bytes, int at, byte[] what) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + what.length);
        System.arraycopy(what, 0, longer, at, what.length);
        System.arraycopy(bytes, at, longer, at + what.length, bytes.length - at);
        return longer;
    }

    private String inTree(String json) {
        try {
            JsonNode tree = Payloads.JSON.readTree(json);
            List<JsonNode> containers = new ArrayList<>();
            collect(tree, containers);
            JsonNode chosen = containers.get(random.nextInt(containers.size()));
            // The tree cannot hold numbers as they are written, so a mark is put in and replaced in the text.
            if (chosen instanceof ObjectNode object && !object.isEmpty()) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                String name = names.get(random.nextInt(names.size()));
                JsonNode old = object.get(name);
                switch (random.nextInt(3)) {
                    case 0 -> object.remove(name);
                    case 1 -> object.put(name, "MARK");
                    default -> object.set(names.get(random.nextInt(names.size())), old);
                }
            } else if (chosen instanceof ArrayNode array) {
                array.insert(random.nextInt(array.size() + 1), "MARK");
            }
            return tree.toString().replace("\"MARK\"", VALUES.get(random.nextInt(VALUES.size())));
        } catch (JsonProcessingException e) {
            // Damaged before.
            return json;
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
