package dev.sillage.activity;

import java.util.List;
import java.util.Objects;

/**
 * One member of the data of a kind: its JSON name, whether an event may leave it out, and what values it takes.
 *
 * @param name the JSON name, which is the name of the record component
 * @param required whether an event without it is refused
 * @param values the values it takes
 */
public record Field(String name, boolean required, Values values) {

    public Field {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(values, "values");
    }

    /** What a member may hold: a whole number, a quantity, a flag, a text, one of a few words, shares, other data. */
    public sealed interface Values {

        /** A whole number from {@code min} to {@code max}, both included. */
        record Whole(long min, long max) implements Values {}

        /** A finite number from {@code min} to {@code max}, both included. */
        record Decimal(double min, double max) implements Values {}

        /** {@code true} or {@code false}. */
        record Flag() implements Values {}

        /** Any text of 1 to {@code maxLength} characters without control characters. */
        record Name(int maxLength) implements Values {}

        /** One of the given words, exactly as written. */
        record Choice(List<String> words) implements Values {
            public Choice {
                words = List.copyOf(words);
            }
        }

        /** An object of at most {@code maxEntries} members, each a number from 0 to 1. */
        record Parts(int maxEntries) implements Values {}

        /** An object with the shape of the kind whose wire name the member {@code kindIn} beside it holds. */
        record OtherData(String kindIn) implements Values {}
    }
}
