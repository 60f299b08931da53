package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The input of a vector; a member that nobody asked for is an error, because it would have been ignored. */
final class Input {
    private final JsonNode input;
    private final Set<String> unread = new LinkedHashSet<>();

    Input(JsonNode vector) {
        input = vector.get("input");
        input.fieldNames().forEachRemaining(unread::add);
    }

    boolean has(String name) {
        return input.hasNonNull(name);
    }

    double number(String name) {
        return member(name).asDouble();
    }

    double number(String name, double otherwise) {
        return has(name) ? number(name) : skipped(name, otherwise);
    }

    String text(String name) {
        return member(name).asText();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        member(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    List<Double> numbers(String name) {
        List<Double> numbers = new ArrayList<>();
        member(name).forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }

    private <T> T skipped(String name, T otherwise) {
        unread.remove(name);
        return otherwise;
    }

    private JsonNode member(String name) {
        unread.remove(name);
        if (!input.has(name)) {
            throw new IllegalArgumentException("no input " + name);
        }
        return input.get(name);
    }

    /** To be called when everything was read. */
    void end() {
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException("inputs that are not understood: " + unread);
        }
    }
}
