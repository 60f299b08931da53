package dev.sillage.reporting.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sillage.footprint.Tier;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class SeriesCatalogueTest {

    @Inject
    AgroalDataSource database;

    @Test
    void theSameDimensionsHaveTheSameIdForEverybody() throws SQLException {
        Dimensions dimensions = dimensions("stable", "a", "m");

        Long first = catalogue(100).resolve(List.of(dimensions)).get(dimensions);
        Long second = catalogue(100).resolve(List.of(dimensions)).get(dimensions);

        assertThat(first).isEqualTo(second);
    }

    @Test
    void beyondTheLimitNewLabelsAreGroupedAsOtherAndSaidSo() throws SQLException {
        List<Dimensions> many = IntStream.range(0, 10)
                .mapToObj(i -> dimensions("many-labels", "team" + i, "m"))
                .toList();

        Map<Dimensions, Long> ids = catalogue(4).resolve(many);

        assertThat(ids).hasSize(10);
        Tables tables = new Tables(database);
        assertThat(tables.number("SELECT count(*) FROM series WHERE tenant = 'many-labels'"))
                .isEqualTo(5 + 1);
        assertThat(tables.number("SELECT count(*) FROM series WHERE tenant = 'many-labels' AND team = 'other'"
                        + " AND project = '' AND model = 'm' AND warnings LIKE '%series-limit-reached%'"))
                .isOne();
    }

    @Test
    void beyondTwiceTheLimitNamesOfModelsAreGroupedToo() throws SQLException {
        SeriesCatalogue catalogue = catalogue(2);
        for (int i = 0; i < 20; i++) {
            catalogue.resolve(List.of(dimensions("many-models", "", "model" + i)));
        }

        assertThat(new Tables(database).number("SELECT count(*) FROM series WHERE tenant = 'many-models'"))
                .isEqualTo(4 + 1);
    }

    @Test
    void aLimitBelowOneStopsTheStartWithItsKey() {
        assertThatThrownBy(() -> catalogue(0))
                .hasMessageContaining("sillage.reporting.max-series-per-tenant")
                .hasMessageContaining("0");
    }

    @Test
    void beyondItsLimitALabelsNewValuesAreOtherAndThoseThatCameBeforeStay() throws SQLException {
        Dimensions first = labelled("many-values", "c0");
        catalogue(1000, 3).resolve(List.of(first, labelled("many-values", "c1")));

        Map<Dimensions, Long> ids = catalogue(1000, 3)
                .resolve(IntStream.range(0, 50)
                        .mapToObj(i -> labelled("many-values", "c" + i))
                        .toList());

        assertThat(ids.values()).hasSize(50);
        assertThat(Set.copyOf(ids.values()))
                .as("three for themselves, 47 together")
                .hasSize(4);
        assertThat(ids.get(first))
                .isEqualTo(catalogue(1000, 3).resolve(List.of(first)).get(first));
        Tables tables = new Tables(database);
        assertThat(tables.number("SELECT count(*) FROM series WHERE tenant = 'many-values' AND labels ->> 'customer' ="
                        + " 'other' AND labels ->> 'cost-center' = '7' AND team = 'a'"
                        + " AND warnings = 'label-limit-reached:customer model-unknown'"))
                .isOne();
        assertThat(tables.number(
                        "SELECT count(*) FROM label_value WHERE tenant = 'many-values' AND label = 'customer'"))
                .isEqualTo(3);
    }

    @Test
    void aRestartForgetsNoValueAndAnotherTenantHasItsOwn() throws SQLException {
        catalogue(1000, 2).resolve(List.of(labelled("restarted", "x"), labelled("restarted", "y")));

        Dimensions late = labelled("restarted", "z");
        Dimensions elsewhere = labelled("restarted-neighbour", "z");
        catalogue(1000, 2).resolve(List.of(late, elsewhere));

        Tables tables = new Tables(database);
        assertThat(values(tables, "restarted")).isEqualTo("other x y");
        assertThat(values(tables, "restarted-neighbour")).isEqualTo("z");
    }

    @Test
    void manyValuesThatAreTogetherDoNotReachTheLimitOfSeries() throws SQLException {
        catalogue(10, 2)
                .resolve(IntStream.range(0, 100)
                        .mapToObj(i -> labelled("together", "c" + i))
                        .toList());

        assertThat(new Tables(database)
                        .number("SELECT count(*) FROM series WHERE tenant = 'together'"
                                + " AND warnings LIKE '%series-limit-reached%'"))
                .isZero();
    }

    @Test
    void theLabelsThatAlwaysAreDimensionsHaveTheSameLimit() throws SQLException {
        catalogue(1000, 2)
                .resolve(IntStream.range(0, 10)
                        .mapToObj(i -> dimensions("many-teams", "team" + i, "m"))
                        .toList());

        assertThat(new Tables(database)
                        .text("SELECT string_agg(team, ' ' ORDER BY team) FROM series WHERE tenant = 'many-teams'"))
                .isEqualTo("other team0 team1");
    }

    @Test
    void aLimitOfNoValueStopsTheStartWithItsKey() {
        assertThatThrownBy(() -> catalogue(1, 0)).hasMessageContaining("sillage.reporting.max-values-per-label");
    }

    private static String values(Tables tables, String tenant) {
        return tables.text("SELECT string_agg(labels ->> 'customer', ' ' ORDER BY labels ->> 'customer') FROM series"
                + " WHERE tenant = '" + tenant + "'");
    }

    private SeriesCatalogue catalogue(int limit) {
        return catalogue(limit, 1000);
    }

    /** One that knows nothing, as after a start. */
    private SeriesCatalogue catalogue(int series, int values) {
        Limits limits = new Limits(series, values);
        return new SeriesCatalogue(database, new SeriesTable(), new LabelValues(limits), limits);
    }

    private record Limits(int maxSeriesPerTenant, int maxValuesPerLabel) implements AggregateConfig {}

    private static Dimensions labelled(String tenant, String customer) {
        Dimensions plain = dimensions(tenant, "a", "m");
        return new Dimensions(
                tenant,
                plain.kind(),
                plain.provider(),
                plain.model(),
                plain.zone(),
                plain.team(),
                "",
                "",
                "",
                plain.methodology(),
                plain.factorSet(),
                plain.tier(),
                plain.warnings(),
                "",
                "eu-west-3",
                Map.of("customer", customer, "cost-center", "7"));
    }

    private static Dimensions dimensions(String tenant, String team, String model) {
        return new Dimensions(
                tenant,
                "llm-inference",
                "p",
                model,
                "FRA",
                team,
                "",
                "",
                "",
                "m1",
                "f1",
                Tier.CLASS,
                "model-unknown",
                "",
                "",
                Map.of());
    }
}
