package dev.sillage.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.activity.Email;
import dev.sillage.activity.VideoCall;
import dev.sillage.activity.VideoStreaming;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OfficeDayTest {
    private static final Instant END = Instant.parse("2026-11-23T18:00:00Z");

    private final OfficeParameters parameters = OfficeParameters.load();
    private final List<DemoEvent> day = new OfficeDay(parameters).endingAt(END);

    @Test
    void theSameSeedGivesTheSameBytes() {
        List<DemoEvent> again = new OfficeDay(OfficeParameters.load()).endingAt(END);
        EventWriter writer = new EventWriter();

        assertThat(again.stream().map(writer::write).toList())
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(day.stream().map(writer::write).toList());
    }

    @Test
    void anotherSeedGivesAnotherDay() {
        OfficeParameters other = new OfficeParameters(
                parameters.why(),
                parameters.seed() + 1,
                parameters.labels(),
                parameters.source(),
                parameters.dayHours(),
                parameters.teams(),
                parameters.mail(),
                parameters.meeting(),
                parameters.video(),
                parameters.mobileShare());

        assertThat(new OfficeDay(other).endingAt(END)).isNotEqualTo(day);
    }

    @Test
    void fiftyPeopleDoSomeThousandThingsOfThreeKinds() {
        assertThat(day).hasSizeBetween(2_000, 6_000);
        assertThat(day).extracting(DemoEvent::subject).containsOnly(people());
        assertThat(day.stream().map(event -> event.data().getClass()).collect(Collectors.toSet()))
                .isEqualTo(java.util.Set.of(Email.class, VideoCall.class, VideoStreaming.class));
        assertThat(day).extracting(DemoEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void theDayIsLabelledAsMadeUpAndEndsAtTheEnd() {
        assertThat(day).allSatisfy(event -> assertThat(event.labels())
                .containsEntry("environment", "demo")
                .containsEntry("project", "synthetic-office-day")
                .containsKeys("team", "application"));
        assertThat(day.get(day.size() - 1).time()).isEqualTo(END);
        assertThat(day.get(0).time())
                .isAfter(END.minus(Duration.ofHours(parameters.dayHours())))
                .isBefore(END.minus(Duration.ofHours(parameters.dayHours() - 1L)));
    }

    private String[] people() {
        return parameters.teams().stream()
                .flatMap(team -> java.util.stream.IntStream.rangeClosed(1, team.people())
                        .mapToObj(n -> String.format("%s-%02d", team.name(), n)))
                .toArray(String[]::new);
    }
}
