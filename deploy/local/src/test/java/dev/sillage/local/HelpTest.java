package dev.sillage.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpTest {
    @TempDir
    private Path elsewhere;

    @Test
    void theScriptExplainsEveryOptionFromAnyDirectoryOnLessThanFortyLines() throws Exception {
        Process up = new ProcessBuilder(Path.of("up").toAbsolutePath().toString(), "--help")
                .directory(elsewhere.toFile())
                .start();
        String help = new String(up.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(up.waitFor()).isZero();
        assertThat(help.lines()).hasSizeLessThan(40);
        assertThat(help)
                .contains("--once", "--fresh", "--no-demo", "--data DIR", "--port-base N", "--help", "Ctrl-C", "logs");
    }
}
