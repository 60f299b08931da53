package dev.sillage.reporting.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.reporting.platform.Platform;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGStatement;

/** A number is read as it is, in either form, to the last digit. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class NumericsTest {
    /** Of a statement that is asked for in binary from the first time. */
    private static final int AT_ONCE = -1;

    private static final int NEVER = 0;

    @Inject
    AgroalDataSource database;

    @Test
    void everyNumberIsReadAsItIs() throws SQLException {
        List<String> texts = texts();

        assertThat(read(texts, AT_ONCE)).isEqualTo(plain(texts));
        assertThat(read(texts, NEVER)).isEqualTo(plain(texts));
    }

    private static List<String> texts() {
        Random random = new Random(7);
        Stream<String> chosen = Stream.of(
                "0",
                "0.000",
                "1",
                "-1",
                "10",
                "100000000",
                "-100000000.00",
                "0.1",
                "0.0001",
                "0.00010",
                "0.00000000000001",
                "9999",
                "10000",
                "9999.9999",
                "9999999999999999",
                "-9999999999999999",
                "99999999999999999999",
                "12345678901234567890.123456789012345678901234567890",
                "4999.739248393516",
                "1.100962152549682473556");
        Stream<String> any = Stream.generate(
                        () -> new BigDecimal(new BigInteger(random.nextInt(90), random), random.nextInt(40)))
                .map(number -> (random.nextBoolean() ? number : number.negate()).toPlainString())
                .limit(2000);
        return Stream.concat(chosen, any).toList();
    }

    private static List<BigDecimal> plain(List<String> texts) {
        return texts.stream()
                .map(BigDecimal::new)
                .map(BigDecimal::stripTrailingZeros)
                .toList();
    }

    private List<BigDecimal> read(List<String> texts, int threshold) throws SQLException {
        List<BigDecimal> numbers = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT n FROM unnest(?::numeric[]) AS n")) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(threshold);
            statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.add(Numerics.read(rows, 1).stripTrailingZeros());
                }
            }
        }
        return numbers;
    }
}
