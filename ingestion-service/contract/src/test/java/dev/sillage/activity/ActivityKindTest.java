package dev.sillage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivityKindTest {

    @Test
    void onlyCorrectionsAndRetractionsAreAboutAnotherEvent() {
        EnumSet<ActivityKind> about = EnumSet.allOf(ActivityKind.class);

        about.removeIf(kind -> kind.meant().isEmpty());

        assertThat(about).containsExactlyInAnyOrder(ActivityKind.CORRECTION, ActivityKind.RETRACTION);
    }

    @ParameterizedTest
    @EnumSource(
            value = ActivityKind.class,
            names = {"CORRECTION", "RETRACTION"})
    void theEventMeantIsNamedByMembersThatAreRequired(ActivityKind kind) {
        MeantMembers meant = kind.meant().orElseThrow();

        assertThat(kind.shape().fields())
                .filteredOn(Field::required)
                .extracting(Field::name)
                .containsAll(List.of(meant.source(), meant.id()));
    }
}
