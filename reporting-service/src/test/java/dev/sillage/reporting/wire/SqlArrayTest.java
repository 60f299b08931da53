package dev.sillage.reporting.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sillage.reporting.platform.Platform;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What goes as an array is what the database sees, and NULL where there is nothing. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class SqlArrayTest {
    private static final UUID SOME = UUID.fromString("0190c5e8-0000-8abc-bdef-ffffffffffff");

    @Inject
    AgroalDataSource database;

    @Test
    void everyTypeIsSeenAsItWasWritten() throws SQLException {
        assertThat(seen(SqlType.UUID, "uuid", SOME, null)).containsExactly(SOME.toString(), null);
        assertThat(seen(SqlType.SMALLINT, "smallint", 1200, -1)).containsExactly("1200", "-1");
        assertThat(seen(SqlType.INTEGER, "integer", Integer.MIN_VALUE, null, 7))
                .containsExactly("-2147483648", null, "7");
        assertThat(seen(SqlType.BIGINT, "bigint", Long.MAX_VALUE, 3)).containsExactly("9223372036854775807", "3");
        assertThat(seen(SqlType.BOOLEAN, "boolean", true, false)).containsExactly("true", "false");
        assertThat(seen(
                        SqlType.TIMESTAMPTZ,
                        "timestamptz",
                        Instant.parse("1999-12-31T23:59:59.999999Z"),
                        Instant.parse("9999-12-31T23:59:59Z")))
                .containsExactly("1999-12-31 23:59:59.999999+00", "9999-12-31 23:59:59+00");
        assertThat(seen(SqlType.TEXT, "text", "", null, "été 🌱 {\"a\",NULL}", "'; DROP TABLE ledger"))
                .containsExactly("", null, "été 🌱 {\"a\",NULL}", "'; DROP TABLE ledger");
    }

    @Test
    void anEmptyArrayHasNoRows() throws SQLException {
        assertThat(seen(SqlType.UUID, "uuid")).isEmpty();
    }

    @Test
    void manyNumbersAreSeenInTheirOrder() throws SQLException {
        Random random = new Random(11);
        List<@Nullable Object> numbers = new ArrayList<>();
        IntStream.range(0, 5000)
                .forEach(i -> numbers.add(
                        i % 97 == 0
                                ? null
                                : BigDecimal.valueOf(random.nextLong() >> random.nextInt(63), random.nextInt(40))));

        List<@Nullable String> seen = seen(SqlType.NUMERIC, "numeric", numbers.toArray());

        assertThat(seen)
                .isEqualTo(numbers.stream()
                        .map(number -> number == null ? null : ((BigDecimal) number).toPlainString())
                        .toList());
    }

    @Test
    void aDriverThatWouldSendTextIsToldWhatItNeeds() {
        ArrayParameter parameter = new ArrayParameter("_uuid", ByteBuffer.allocate(0));

        assertThatThrownBy(parameter::getValue)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("binaryTransferEnable");
    }

    private List<@Nullable String> seen(SqlType type, String name, @Nullable Object... values) throws SQLException {
        List<@Nullable String> seen = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT v::text FROM unnest(?::" + name + "[]) WITH ORDINALITY AS n(v, i) ORDER BY i")) {
            SqlArray.of(type, Arrays.asList(values), value -> value).bind(statement, 1);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    seen.add(rows.getString(1));
                }
            }
        }
        return seen;
    }
}
