package dev.sillage.reporting.query;

import dev.sillage.reporting.problem.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a request by their names; whatever is wrong is a problem that says how to mend it. */
public final class Parameters {
    private final MultivaluedMap<String, String> parameters;

    /** Refuses what is not one of the names. */
    public Parameters(MultivaluedMap<String, String> parameters, List<String> known) {
        this.parameters = parameters;
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw Problem.unknownParameter(name, String.join(", ", known));
            }
        }
    }

    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** The value of a parameter that makes sense once; null when it is not there. */
    public @Nullable String single(String name) {
        List<String> values = all(name, 1);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Each value as it was given. */
    public List<String> all(String name, int most) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > most) {
            throw Problem.invalidParameter(
                    name,
                    "Give " + name + (most == 1 ? " once" : " at most " + most + " times") + ", not " + values.size()
                            + " times.");
        }
        return values;
    }

    /** Repeated, separated by commas, or both. */
    public List<String> list(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A number from 1 on. */
    public int number(String name, int otherwise, int largest) {
        String text = single(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, together with a number that is out of range.
        }
        throw Problem.invalidParameter(
                name, "Give " + name + " as a number from 1 to " + largest + ", not " + Problem.quoted(text) + ".");
    }
}
