package dev.sillage.local.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    @TempDir
    private Path directory;

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aPartThatDiesIsStartedAgainWithItsLogShownUntilItDiesTooOften() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory);
                Children children = Children.guarded(data.run())) {
            Database database = new Database(children, data, Ports.free().database());
            database.start();
            Watch watch = new Watch(List.of(database), children::isClosed, 1, said::add);
            FutureTask<Void> watching = new FutureTask<>(() -> {
                watch.run();
                return null;
            });
            new Thread(watching, "watch").start();

            database.kill();
            await().atMost(Duration.ofSeconds(60)).until(() -> said.contains("postgresql is back."));
            assertThat(said.get(0)).contains("postgresql process has died", "end of " + database.log());
            assertThat(database.connect().isValid(5)).isTrue();

            database.kill();
            assertThatThrownBy(() -> watching.get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(StartException.class)
                    .hasMessageContaining("postgresql process has died");
        }
    }

    @Test
    void stoppingOnPurposeIsNoDeath() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory)) {
            Children children = Children.guarded(data.run());
            Database database = new Database(children, data, Ports.free().database());
            database.start();

            children.close();
            new Watch(List.of(database), children::isClosed, 0, said::add).run();

            assertThat(said).isEmpty();
        }
    }
}
