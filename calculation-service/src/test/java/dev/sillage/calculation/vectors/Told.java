package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The input of a vector; a member that nobody asked for is an error, so that none is passed over in silence. */
final class Told {
    private final JsonNode input;
    private final Set<String> unread = new HashSet<>();

    Told(JsonNode input) {
        this.input = input;
        input.fieldNames().forEachRemaining(unread::add);
    }

    /** The first of these members that is there. */
    @Nullable
    Double number(String... names) {
        JsonNode found = find(names);
        return found == null ? null : found.asDouble();
    }

    double required(String... names) {
        Double value = number(names);
        if (value == null) {
            throw new IllegalArgumentException("no " + String.join(" or ", names));
        }
        return value;
    }

    @Nullable
    String text(String... names) {
        JsonNode found = find(names);
        return found == null ? null : found.asText();
    }

    @Nullable
    Boolean flag(String... names) {
        JsonNode found = find(names);
        return found == null ? null : found.asBoolean();
    }

    private @Nullable JsonNode find(String... names) {
        JsonNode found = null;
        for (String name : names) {
            unread.remove(name);
            JsonNode value = input.get(name);
            if (found == null && value != null && !value.isNull()) {
                found = value;
            }
        }
        return found;
    }

    /** To be called at the end. */
    void allRead() {
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException("unknown input " + unread);
        }
    }
}
