package dev.sillage.reporting.wire;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What is written by COPY is what comes back, however it looks. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CopyRowsTest {
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

            CopyRows rows = new CopyRows(
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY texts FROM STDIN (FORMAT binary)"),
                    2);
            for (int i = 0; i < TEXTS.size(); i++) {
                rows.row().bigint((long) i).text(TEXTS.get(i));
            }
            rows.row().bigint((long) TEXTS.size()).text(null);
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
    void otherValuesComeBackAsTheyWere() throws SQLException {
        UUID uuid = UUID.fromString("0190c5e8-0000-8abc-bdef-ffffffffffff");
        Instant time = Instant.parse("1970-01-01T00:00:00.000001Z");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE others (u uuid, s smallint, i integer, b bigint, t timestamptz)");

            CopyRows rows = new CopyRows(
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY others FROM STDIN (FORMAT binary)"),
                    5);
            rows.row()
                    .uuid(uuid)
                    .smallint(1200)
                    .integer(-7)
                    .bigint(Long.MIN_VALUE)
                    .time(time);
            rows.row()
                    .uuid(uuid)
                    .smallint(0)
                    .integer(null)
                    .bigint(null)
                    .time(Instant.parse("9999-12-31T23:59:59.999999Z"));
            rows.end();

            try (ResultSet result = statement.executeQuery(
                    "SELECT string_agg(concat_ws(' ', u, s, i, b, extract(epoch FROM t)), ',' ORDER BY t) FROM others")) {
                result.next();
                assertThat(result.getString(1))
                        .isEqualTo(uuid + " 1200 -7 -9223372036854775808 0.000001," + uuid + " 0 253402300799.999999");
            }
            statement.execute("DROP TABLE others");
        }
    }

    @Test
    void numbersComeBackAsTheSameNumbers() throws SQLException {
        List<BigDecimal> numbers = new ArrayList<>(List.of(
                BigDecimal.ZERO,
                new BigDecimal("1E-324"),
                new BigDecimal("9.999999999999999999999999999999999999999E+307"),
                new BigDecimal("-0.10"),
                new BigDecimal("0.000"),
                new BigDecimal("10000.00000"),
                new BigDecimal("0.00001234"),
                new BigDecimal("12E3"),
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

            CopyRows rows = new CopyRows(
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY numbers FROM STDIN (FORMAT binary)"),
                    2);
            for (int i = 0; i < numbers.size(); i++) {
                rows.row().bigint((long) i).numeric(numbers.get(i));
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
        assertThat(back.stream().map(BigDecimal::scale))
                .as("as many decimals as were written")
                .isEqualTo(numbers.stream()
                        .map(number -> Math.max(0, number.scale()))
                        .toList());
    }
}
