package dev.sillage.ingestion.check;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Field;
import dev.sillage.activity.Field.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What has to be tried on one field: its limits, what lies beyond, and every other JSON type. */
final class Trials {
    private final ActivityKind kind;
    private final Field field;
    private final List<Trial> list = new ArrayList<>();

    Trials(ActivityKind kind, Field field) {
        this.kind = kind;
        this.field = field;
        refuses("wrong-type", "null", "[1]");
        Values values = field.values();
        if (values instanceof Values.Whole whole) {
            whole(whole);
        } else if (values instanceof Values.Decimal decimal) {
            decimal(decimal);
        } else if (values instanceof Values.Flag) {
            accepts("false");
            refuses("wrong-type", "\"true\"", "0");
        } else if (values instanceof Values.Choice choice) {
            choice.words().forEach(word -> accepts(quoted(word)));
            refuses("not-one-of", quoted(choice.words().get(0).toUpperCase(Locale.ROOT) + " "), quoted(""));
            refuses("wrong-type", "1");
        } else if (values instanceof Values.Parts) {
            refuses("invalid-shares", "{}", "{\"a\":0}");
            refuses("wrong-type", "1");
        } else if (values instanceof Values.Name name) {
            name(name);
        } else {
            refuses("wrong-type", "1", quoted("a"));
        }
    }

    Stream<Trial> list() {
        return list.stream();
    }

    private void whole(Values.Whole limits) {
        accepts(String.valueOf(limits.min()), String.valueOf(limits.max()));
        refuses("out-of-range", String.valueOf(limits.min() - 1), String.valueOf(limits.max() + 1), "9".repeat(5000));
        refuses("wrong-type", "1.0", "1e3", "\"1\"", "true", "{}");
    }

    private void decimal(Values.Decimal limits) {
        accepts(ValidData.plain(limits.min()), ValidData.plain(limits.max()));
        refuses("out-of-range", ValidData.plain(limits.min() - 0.001), ValidData.plain(Math.nextUp(limits.max())));
        refuses("out-of-range", "1e999999999", "1e-999999999", "0.5e-400", "5e-324000", "0." + "0".repeat(5000));
        refuses("wrong-type", "\"1\"", "true", "{}");
    }

    private void name(Values.Name limits) {
        // Of the kinds that a correction can name only one fits the replacement beside it.
        if (!field.name().equals("correctedKind")) {
            accepts(quoted("é".repeat(limits.maxLength())), quoted("\\ud83d\\udea2".repeat(limits.maxLength())));
        }
        refuses("text-length", quoted(""), quoted("e".repeat(limits.maxLength() + 1)));
        refuses("invalid-text", quoted("a\\u0007"), quoted("a\\ud83d"), quoted("\\udea2\\ud83d"));
        refuses("wrong-type", "1", "true", "{\"a\":1}");
    }

    private void accepts(String... values) {
        refuses("", values);
    }

    private void refuses(String code, String... values) {
        for (String value : values) {
            list.add(new Trial(kind, field, value, code));
        }
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
