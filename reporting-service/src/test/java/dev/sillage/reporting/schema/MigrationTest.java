package dev.sillage.reporting.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class MigrationTest {
    private static final String SCHEMA = "of_the_first_version";

    @ConfigProperty(name = "quarkus.flyway.jdbc-url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    private DataSource database;

    @BeforeEach
    void connectAsTheOwner() {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(url);
        connections.setUser(owner);
        connections.setPassword(password);
        database = connections;
    }

    @AfterEach
    void drop() {
        new Tables(database).change("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }

    @Test
    void whatTheFirstVersionStoredIsTheSameAfterwards() {
        Tables tables = new Tables(database);
        flyway().target(MigrationVersion.fromVersion("1")).load().migrate();
        tables.change("INSERT INTO " + SCHEMA + ".series (digest, tenant, kind, provider, model, zone, team, project,"
                + " application, environment, methodology, factor_set, tier, warnings) VALUES ("
                + "'7d444840-9dc0-81d1-b245-5ffdce74fad2', 'local', 'email', '', '', '', 'search', '', '', '', 'm', 'f',"
                + " 'class', '')");
        tables.change("INSERT INTO " + SCHEMA + ".ledger (activity_digest, tenant, source, activity_id, series_id,"
                + " occurred_at, accepted_at, footprint_id, energy_central) VALUES ("
                + "'7d444840-9dc0-81d1-b245-5ffdce74fad3', 'local', 's', 'i', 1, now(), now(),"
                + " '7d444840-9dc0-81d1-b245-5ffdce74fad4', 0.123456789012)");
        tables.change("INSERT INTO " + SCHEMA + ".origin_progress VALUES (3, 4, 42)");

        flyway().load().migrate();

        assertThat(tables.text("SELECT digest || functional_unit || region || labels FROM " + SCHEMA + ".series"))
                .isEqualTo("7d444840-9dc0-81d1-b245-5ffdce74fad2{}");
        assertThat(tables.text("SELECT string_agg(tenant || ' ' || label || ' ' || value, ',') FROM " + SCHEMA
                        + ".label_value"))
                .isEqualTo("local team search");
        assertThat(tables.decimal("SELECT energy_central FROM " + SCHEMA + ".ledger"))
                .isEqualByComparingTo("0.123456789012");
        assertThat(tables.text("SELECT digest || ' ' || content FROM " + SCHEMA + ".identity"))
                .isEqualTo("7d444840-9dc0-81d1-b245-5ffdce74fad3 0");
        assertThat(tables.decimal("SELECT energy_central FROM " + SCHEMA
                        + ".rollup_day WHERE activities = 1 AND energy_activities = 1 AND adpe_activities = 0"))
                .isEqualByComparingTo("0.123456789012");
        assertThat(tables.decimal("SELECT energy_central FROM " + SCHEMA + ".rollup_month"))
                .isEqualByComparingTo("0.123456789012");
        assertThat(tables.text("SELECT activity_data FROM " + SCHEMA + ".ledger"))
                .isNull();
        assertThat(tables.number("SELECT through_offset FROM " + SCHEMA
                        + ".origin_progress WHERE topic = 'sillage.footprints' AND partition = 3"))
                .isEqualTo(42);
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                .locations("classpath:db/migration");
    }
}
