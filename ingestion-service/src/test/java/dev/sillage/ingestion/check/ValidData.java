package dev.sillage.ingestion.check;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Field;
import dev.sillage.activity.Field.Values;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Data that fits a kind, built from its shape alone: each member by name with its JSON text. */
final class ValidData {
    private ValidData() {}

    static Map<String, String> of(ActivityKind kind) {
        Map<String, String> members = new LinkedHashMap<>();
        for (Field field : kind.shape().fields()) {
            members.put(field.name(), valueOf(field));
        }
        return members;
    }

    static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    private static String valueOf(Field field) {
        Values values = field.values();
        if (values instanceof Values.Whole whole) {
            return String.valueOf(whole.min());
        }
        if (values instanceof Values.Decimal decimal) {
            return plain(decimal.max());
        }
        if (values instanceof Values.Flag) {
            return "true";
        }
        if (values instanceof Values.Choice choice) {
            return "\"" + choice.words().get(0) + "\"";
        }
        if (values instanceof Values.Parts) {
            return "{\"laptop\":0.5,\"smartphone\":0.5}";
        }
        if (values instanceof Values.OtherData) {
            return "{\"count\":1}";
        }
        return field.name().equals("correctedKind") ? "\"web-search\"" : "\"a\"";
    }
}
