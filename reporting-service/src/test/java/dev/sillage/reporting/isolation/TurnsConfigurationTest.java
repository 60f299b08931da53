package dev.sillage.reporting.isolation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sillage.reporting.platform.Platform;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Turns that there are no connections for stop the start. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class TurnsConfigurationTest {
    @Inject
    TenantDatabase database;

    @Inject
    IsolationConfig questions;

    @Inject
    DownloadConfig downloads;

    @Test
    void questionsAndDownloadsTogetherHaveNoMoreTurnsThanThereAreConnections() {
        int turns = questions.atOnce() + downloads.atOnce();

        assertThatCode(() -> start(turns)).doesNotThrowAnyException();
        assertThatThrownBy(() -> start(turns - 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "sillage.reporting.downloads.at-once is " + downloads.atOnce(),
                        "sillage.reporting.queries.at-once " + questions.atOnce(),
                        "quarkus.datasource.reader.jdbc.max-size, " + (turns - 1));
    }

    @Test
    void questionsAloneHaveNoMoreTurnsThanThereAreConnections() {
        assertThatThrownBy(() ->
                        new QuestionTurns(questions, questions.atOnce() - 1).checkConfiguration(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sillage.reporting.queries.at-once is " + questions.atOnce());
    }

    private void start(int connections) {
        new DownloadTurns(database, downloads, questions, connections).checkConfiguration(new StartupEvent());
    }
}
