package dev.sillage.local.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseUserTest {
    private static final Path PROGRAM = Path.of("/bin/sh");

    @Test
    void theFirstWayThatReachesTheProgramIsTaken() {
        DatabaseUser forbidden = new DatabaseUser(List.of("false"), null);
        DatabaseUser absent = new DatabaseUser(List.of("no-such-program-here"), null);
        DatabaseUser good = new DatabaseUser(List.of("env"), null);

        assertThat(DatabaseUser.choose(PROGRAM, List.of(forbidden, absent, good)))
                .isEqualTo(good);
    }

    @Test
    void whenThereIsNoWayTheMessageSaysWhatToDo() {
        assertThatThrownBy(() -> DatabaseUser.choose(PROGRAM, List.of(new DatabaseUser(List.of("false"), null))))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("ordinary user")
                .hasMessageContaining("--data");
    }
}
