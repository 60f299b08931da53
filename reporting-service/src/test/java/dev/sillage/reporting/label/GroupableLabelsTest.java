package dev.sillage.reporting.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupableLabelsTest {

    @Test
    void ofTheLabelsOfAnActivityThoseThatWereNamedAndSaySomethingAreTaken() {
        GroupableLabels labels = new GroupableLabels(List.of("customer", "cost-center", "k8s.pod"));

        assertThat(labels.among(Map.of("customer", "b", "team", "t", "cost-center", "a", "k8s.pod", "")))
                .containsExactly(Map.entry("cost-center", "a"), Map.entry("customer", "b"));
        assertThat(labels.withBuiltIn())
                .containsExactly("team", "project", "application", "environment", "cost-center", "customer", "k8s.pod");
    }

    @Test
    void withoutConfigurationThereAreNoneAndNothingIsMade() {
        GroupableLabels labels = new GroupableLabels(Optional::empty);

        assertThat(labels.names()).isEmpty();
        assertThat(labels.among(Map.of("customer", "b"))).isSameAs(Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "customer;customer, twice",
        "customer;team,     always",
        "environment,       always",
        "cost center,       letter",
        "1st,               letter",
        "'a\"b',             letter",
        "a;b;c;d;e;f;g;h;i, at most 8",
    })
    void aNameThatCannotBeADimensionStopsTheStartWithItsKey(String names, String why) {
        assertThatThrownBy(() -> new GroupableLabels(List.of(names.split(";", -1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sillage.reporting.groupable-labels")
                .hasMessageContaining(why);
    }

    @Test
    void spaceAroundANameIsNotPartOfIt() {
        assertThat(new GroupableLabels(() -> Optional.of(List.of("a", " b "))).names())
                .containsExactly("a", "b");
    }

    @Test
    void eightAreNotTooMany() {
        assertThat(new GroupableLabels(
                                IntStream.range(0, 8).mapToObj(i -> "l" + i).toList())
                        .names())
                .hasSize(8);
    }
}
