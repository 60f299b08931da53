package dev.sillage.calculation.estimate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Warnings are codes of the contract of footprints, and none of them is without words. */
class WarningCodesTest {
    /** A code is given to a list of warnings, or has an ending that only warnings have. */
    private static final Pattern EMITTED =
            Pattern.compile("(?:(?:warnings|extended)\\.add|warn|warning|fallback)\\(\"([a-z-]+:?)[a-z-]*\"|"
                    + "\"([a-z-]+-(?:fallback|assumed|unknown|suspect))\"");

    @Test
    void theContractListsTheCodesThatHaveWords() throws IOException {
        assertThat(codes("/warnings/codes.txt")).isEqualTo(codes("/explanation/warnings.txt"));
    }

    @Test
    void everyCodeInTheSourceIsListed() throws IOException {
        Set<String> emitted = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/sillage/calculation/model"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                EMITTED.matcher(Files.readString(source))
                        .results()
                        .forEach(hit -> emitted.add(hit.group(1) == null ? hit.group(2) : hit.group(1)));
            }
        }

        assertThat(emitted).hasSizeGreaterThan(30);
        assertThat(codes("/warnings/codes.txt")).containsAll(emitted);
    }

    private static Set<String> codes(String resource) throws IOException {
        try (InputStream in = WarningCodesTest.class.getResourceAsStream(resource)) {
            List<String> lines = new String(in.readAllBytes(), UTF_8).lines().toList();
            Set<String> codes = new TreeSet<>();
            lines.stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> codes.add(line.split("\\|", 2)[0].strip()));
            return codes;
        }
    }
}
