package dev.sillage.ingestion.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Damages requests in the ways of senders, proxies and attackers: in their bytes, and in their structure. */
public final class Damage {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** In the place of any value of a JSON text. */
    public static final List<String> JSON_VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e999",
            "1e999999999",
            "1E+2147483648",
            "1e-999999999",
            "0.1e-999999999",
            "0.5",
            "NaN",
            "-",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\uFEFF\"",
            "\"-9223372036854775808\"",
            "9223372036854775807",
            "9223372036854775808",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "9".repeat(3000),
            "0." + "1".repeat(3000),
            "\"" + "x".repeat(3000) + "\"",
            "{\"" + "n".repeat(60_000) + "\":1}",
            "{\"a\":1,\"a\":2}",
            "{\"a\":{\"a\":{\"a\":1}}}",
            "{\"stringValue\":\"chat\"}",
            "{\"intValue\":{}}",
            "{\"kvlistValue\":{\"values\":[]}}",
            "[".repeat(60) + "]".repeat(60),
            "[".repeat(300) + "]".repeat(300),
            "[".repeat(100_000),
            "{\"a\":".repeat(50_000),
            "{\"arrayValue\":{\"values\":[".repeat(40) + "]}}".repeat(40));

    /** Not UTF-8: overlong, surrogates, beyond Unicode, cut off, alone. */
    private static final List<byte[]> NOT_UTF8 = List.of(
            hex("c080"),
            hex("eda080"),
            hex("f4908080"),
            hex("f8888080"),
            hex("e282"),
            hex("80"),
            hex("ff"),
            hex("feff"));

    private final Random random;

    public Damage(Random random) {
        this.random = random;
    }

    public <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Cut off, changed, doubled, or with something put in. */
    public byte[] bytes(byte[] bytes) {
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

    /** Cut off, or with some bytes changed; the head of the format is hit as often as the rest. */
    public byte[] packed(byte[] packed) {
        byte[] damaged = Arrays.copyOf(packed, random.nextBoolean() ? random.nextInt(packed.length) : packed.length);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && damaged.length > 0; i++) {
            damaged[random.nextInt(random.nextBoolean() ? Math.min(12, damaged.length) : damaged.length)] =
                    (byte) random.nextInt(256);
        }
        return damaged;
    }

    /** The text of a request after one to three changes of its tree, and by chance one of its bytes. */
    public byte[] json(String json) {
        String damaged = json;
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            damaged = inTree(damaged);
        }
        byte[] bytes = damaged.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> bytes(bytes);
            case 1 -> insert(bytes, random.nextInt(bytes.length + 1), any(NOT_UTF8));
            default -> bytes;
        };
    }

    /** A JSON text with one change of its tree; a text that is none stays. */
    public String inTree(String json) {
        try {
            JsonNode tree = JSON.readTree(json);
            List<JsonNode> containers = new ArrayList<>();
            collect(tree, containers);
            if (containers.isEmpty()) {
                return json;
            }
            JsonNode chosen = any(containers);
            // The tree cannot hold numbers as they are written, nor a member twice, so a mark is replaced in the text.
            if (chosen instanceof ObjectNode object && !object.isEmpty()) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                String name = any(names);
                JsonNode old = object.get(name);
                switch (random.nextInt(4)) {
                    case 0 -> object.remove(name);
                    case 1 -> object.put(name, "MARK");
                    case 2 -> {
                        object.put("TWICE", "MARK");
                        return tree.toString()
                                .replace("\"TWICE\"", JSON.writeValueAsString(name))
                                .replace("\"MARK\"", old.toString());
                    }
                    default -> object.set(any(names), old);
                }
            } else if (chosen instanceof ArrayNode array) {
                array.insert(random.nextInt(array.size() + 1), "MARK");
            }
            return tree.toString().replace("\"MARK\"", any(JSON_VALUES));
        } catch (JsonProcessingException e) {
            // Damaged before.
            return json;
        }
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

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
