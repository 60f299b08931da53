package dev.sillage.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftTest {
    private static final Clock FIRST = Clock.fixed(Instant.parse("2026-11-23T12:34:56.789Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void theMomentOfTheFirstStartIsKept() throws Exception {
        Path file = directory.resolve("shift.json");
        Shift first = Shift.keptIn(file, FIRST);

        Shift later = Shift.keptIn(file, Clock.offset(FIRST, Duration.ofDays(3)));

        assertThat(first.end()).isEqualTo(Instant.parse("2026-11-23T12:34:56Z"));
        assertThat(later).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"demoEndsAt\":\"yesterday\"}", "[]"})
    void aFileThatCannotBeUnderstoodIsNamedInsteadOfReplaced(String content) throws Exception {
        Path file = Files.writeString(directory.resolve("shift.json"), content);

        assertThatThrownBy(() -> Shift.keptIn(file, FIRST))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--fresh");
        assertThat(file).hasContent(content);
    }
}
