package dev.sillage.calculation.estimate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What the codes of warnings mean, from the resource {@code explanation/warnings.txt}: lines of code, English and
 * French between bars. A code that ends with a colon stands for all that begin with it, and {@code {}} for the rest. A
 * code that is not there is shown as it is.
 */
final class WarningWords {
    private static final String FILE = "/explanation/warnings.txt";
    private static final Map<String, String[]> WORDS = read();

    private WarningWords() {}

    static String of(String warning, Language language) {
        int colon = warning.indexOf(':');
        String rest = colon < 0 ? "" : warning.substring(colon + 1);
        String[] words = WORDS.get(colon < 0 ? warning : warning.substring(0, colon + 1));
        return words == null ? warning : language.of(words[1], words[2]).replace("{}", rest) + " (" + warning + ")";
    }

    private static Map<String, String[]> read() {
        try (InputStream in = WarningWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + ": missing in this version of the service");
            }
            Map<String, String[]> words = new HashMap<>();
            for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.strip().split("\\s*\\|\\s*", -1);
                    if (cells.length != 3) {
                        throw new IllegalStateException(FILE + ": expected three cells in '" + line + "'");
                    }
                    words.put(cells[0], cells);
                }
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
