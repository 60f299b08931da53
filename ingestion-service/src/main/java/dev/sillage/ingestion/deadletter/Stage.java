package dev.sillage.ingestion.deadletter;

import dev.sillage.activity.ActivityTopic;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where something was set aside. Each stage has a topic of its own. */
enum Stage {
    /** Observations of metrics that could not become activities. */
    ACTIVITIES(ActivityTopic.DEAD_LETTERS),
    /** Activities of which no footprint could be computed. */
    CALCULATIONS("sillage.calculations.dlq");

    private final String topic;

    Stage(String topic) {
        this.topic = topic;
    }

    String topic() {
        return topic;
    }

    /** The stage whose letters are on that topic. */
    static Stage ofTopic(String topic) {
        return Arrays.stream(values())
                .filter(stage -> stage.topic.equals(topic))
                .findFirst()
                .orElseThrow();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The stage of that name.
     *
     * @param otherwise for no name; null when one is needed
     * @throws RequestRefusedException when there is none
     */
    static Stage of(@Nullable String word, @Nullable Stage otherwise) {
        for (Stage stage : values()) {
            if (stage.word().equals(word)) {
                return stage;
            }
        }
        if (word == null && otherwise != null) {
            return otherwise;
        }
        throw new RequestRefusedException(
                ProblemType.NOT_ONE_OF,
                "The stage must be one of: "
                        + Arrays.stream(values()).map(Stage::word).collect(Collectors.joining(", ")) + ".");
    }
}
