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

    private SeriesCatalogue catalogue(int limit) {
        return new SeriesCatalogue(database, new SeriesTable(), () -> limit);
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
                "");
    }
}
