package dev.sillage.reporting.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.reporting.platform.Platform;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What is written by COPY is what comes back, however it looks. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CopyTextTest {
    private static final List<String> TEXTS = List.of(
            "", "\\N", "\\.", "a\tb\nc\rd\\e", "\\\\", "été 🌱 中", "x".repeat(200_000), "=1+1", "'; DROP TABLE ledger");

    @Inject
    AgroalDataSource database;

    @Test
    void textsComeBackAsTheyWere() throws SQLException {
        List<String> back = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE texts (n bigint, t text)");

            CopyText rows = new CopyText(
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY texts FROM STDIN"));
            for (int i = 0; i < TEXTS.size(); i++) {
                rows.plain(i).text(TEXTS.get(i)).endRow();
            }
            rows.plain(TEXTS.size()).text(null).endRow();
            rows.end();

            try (ResultSet result = statement.executeQuery("SELECT t FROM texts ORDER BY n")) {
                while (result.next()) {
                    back.add(result.getString(1));
                }
            }
            statement.execute("DROP TABLE texts");
        }
        assertThat(back.subList(0, TEXTS.size())).isEqualTo(TEXTS);
        assertThat(back.get(TEXTS.size())).isNull();
    }

    @Test
    void numbersComeBackAsTheSameNumbers() throws SQLException {
        List<BigDecimal> numbers = new ArrayList<>(List.of(
                BigDecimal.ZERO,
                new BigDecimal("1E-324"),
                new BigDecimal("9.999999999999999999999999999999999999999E+307"),
                new BigDecimal("-0.10"),
                BigDecimal.valueOf(Long.MIN_VALUE),
                BigDecimal.valueOf(Long.MAX_VALUE, 12)));
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            numbers.add(BigDecimal.valueOf(random.nextLong() >> random.nextInt(63), random.nextInt(40) - 10));
        }
        List<BigDecimal> back = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE numbers (n bigint, v numeric)");

            CopyText rows = new CopyText(
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY numbers FROM STDIN"));
            for (int i = 0; i < numbers.size(); i++) {
                rows.plain(i).decimal(numbers.get(i)).endRow();
            }
            rows.end();

            try (ResultSet result = statement.executeQuery("SELECT v FROM numbers ORDER BY n")) {
                while (result.next()) {
                    back.add(result.getBigDecimal(1));
                }
            }
            statement.execute("DROP TABLE numbers");
        }
        assertThat(back).usingElementComparator(BigDecimal::compareTo).isEqualTo(numbers);
    }
}
