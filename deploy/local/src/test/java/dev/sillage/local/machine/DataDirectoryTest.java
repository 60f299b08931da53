package dev.sillage.local.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path parent;

    @Test
    void aDirectoryThatHoldsOtherThingsIsRefusedAndKept() throws Exception {
        Path letters = Files.writeString(parent.resolve("letters.txt"), "dear");

        assertThatThrownBy(() -> DataDirectory.open(parent))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("not made by Sillage")
                .hasMessageContaining("--data");
        assertThat(parent).isDirectoryContaining(letters::equals);
        assertThat(letters).hasContent("dear");
    }

    @Test
    void aSecondLauncherOnTheSameDataIsRefused() throws Exception {
        Path root = parent.resolve("data");
        try (DataDirectory first = DataDirectory.open(root)) {
            assertThatThrownBy(() -> DataDirectory.open(root))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("already runs on " + first.root());
        }

        DataDirectory.open(root).close();
    }

    @Test
    void forgettingDeletesTheDataAndNothingBesideIt() throws Exception {
        Path beside = Files.writeString(parent.resolve("beside.txt"), "stays");
        try (DataDirectory data = DataDirectory.open(parent.resolve("data"))) {
            Files.createDirectories(data.root().resolve("kafka/log"));
            Files.writeString(data.root().resolve("kafka/log/segment"), "x");
            Files.writeString(data.root().resolve("shift.json"), "{}");
            Files.createSymbolicLink(data.root().resolve("link"), beside);

            data.forgetEverything();

            assertThat(data.root().resolve("kafka")).doesNotExist();
            assertThat(data.root().resolve("shift.json")).doesNotExist();
            assertThat(data.root().resolve("link")).doesNotExist();
        }
        assertThat(beside).hasContent("stays");
        DataDirectory.open(parent.resolve("data")).close();
    }

    @Test
    void theLogOfTheLastStartIsMovedAside() throws Exception {
        try (DataDirectory data = DataDirectory.open(parent.resolve("data"))) {
            Files.writeString(data.newLog("kafka"), "first");

            Path second = data.newLog("kafka");

            assertThat(second).doesNotExist();
            assertThat(data.logs().resolve("kafka.1.log")).hasContent("first");
        }
    }
}
