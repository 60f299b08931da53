package dev.sillage.calculation.model;

import dev.sillage.calculation.model.sheet.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a methodology does that a reader would not expect, from the resource {@code sheets/<id>/quirks.txt}: lines of
 * English and French between a bar.
 */
final class Quirks {

    private Quirks() {}

    /** None when there is no such resource. */
    static List<Words> of(String methodology) {
        String file = "/sheets/" + methodology + "/quirks.txt";
        try (InputStream in = Quirks.class.getResourceAsStream(file)) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> words(file, line))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Words words(String file, String line) {
        String[] cells = line.strip().split("\\s*\\|\\s*", -1);
        if (cells.length != 2) {
            throw new IllegalStateException(file + ": expected English | French in '" + line + "'");
        }
        return new Words(cells[0], cells[1]);
    }
}
