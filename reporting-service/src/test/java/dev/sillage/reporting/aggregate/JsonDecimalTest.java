package dev.sillage.reporting.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDecimalTest {
    @Property
    void aNumberIsReadAsTheLibraryReadsIt(
            @ForAll @BigRange(min = "-1000000000000000000000", max = "1000000000000000000000") BigInteger digits,
            @ForAll @IntRange(min = -30, max = 350) int scale)
            throws IOException {
        String text = new BigDecimal(digits, scale).toString();

        assertThat(read(text)).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.0",
                "0.000000000000000000000001",
                "1e5",
                "1E+5",
                "12.50E-007",
                "123456789012345678",
                "1234567890123456789",
                "9.99999999999999999",
                "-1",
                "-0.0",
                "1E12345",
                "0E-400"
            })
    void allItsFormsAre(String text) throws IOException {
        assertThat(read(text)).isEqualTo(new BigDecimal(text));
    }

    private static BigDecimal read(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(("{\"n\":" + text + "}").getBytes(UTF_8))) {
            while (!parser.nextToken().isNumeric()) {}
            return JsonDecimal.read(parser);
        }
    }
}
