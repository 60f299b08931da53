package dev.sillage.reporting.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.reporting.platform.ParquetTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetFileTest {
    private static final Column.Decimal<String> DECIMAL = new Column.Decimal<>("d", 26, BigDecimal::new);

    @Test
    void whatIsWrittenIsRead() throws IOException {
        UUID id = UUID.fromString("7d444840-9dc0-81d1-b245-5ffdce74fad2");
        Map<String, String> names = new LinkedHashMap<>(Map.of("a", "1"));
        List<Column<Integer>> columns = List.of(
                new Column.Text<>("text", i -> i == 0 ? null : "é\u0000" + i),
                new Column.Time<>("time", i -> Instant.parse("2026-11-28T10:00:00.123456Z")),
                new Column.Identifier<>("id", i -> id),
                new Column.Decimal<>("decimal", 2, i -> i == 0 ? null : new BigDecimal("-" + i + ".05")),
                new Column.Texts<>("texts", i -> i == 0 ? List.of() : List.of("x", "y" + i)),
                new Column.TextsByName<>("names", i -> i == 0 ? Map.of() : names));

        try (ParquetTable table = written(columns, List.of(0, 1, 2), Map.of("key", "value"))) {
            assertThat(table.types())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "text", "VARCHAR",
                            "time", "TIMESTAMP WITH TIME ZONE",
                            "id", "UUID",
                            "decimal", "DECIMAL(38,2)",
                            "texts", "VARCHAR[]",
                            "names", "MAP(VARCHAR, VARCHAR)"));
            assertThat(table.rows("SELECT text, decimal, texts, names FROM it"))
                    .containsExactly(
                            row(null, null, "[]", "{}"),
                            row("é\u00001", "-1.05", "[x, y1]", "{a=1}"),
                            row("é\u00002", "-2.05", "[x, y2]", "{a=1}"));
            assertThat(table.rows("SELECT DISTINCT epoch_us(time), id::text FROM it"))
                    .containsExactly(row("1795860000123456", id.toString()));
            assertThat(table.metadata()).containsEntry("key", "value");
        }
    }

    @Test
    void aTableWithoutRowsIsAFile() throws IOException {
        try (ParquetTable table = written(List.of(DECIMAL), List.of(), Map.of())) {
            assertThat(table.count()).isZero();
            assertThat(table.types()).containsOnlyKeys("d");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "1E-26",
                "0.00000000000000000000000001",
                "999999999999.99999999999999999999999999",
                "1E+11",
                "-123456789012.5"
            })
    void aDecimalIsHeldToTheLastDigit(String number) throws IOException {
        try (ParquetTable table = written(List.of(DECIMAL), List.of(number), Map.of())) {
            assertThat(table.sum("d")).isEqualByComparingTo(number);
        }
    }

    @ParameterizedTest
    @CsvSource({"1E-27", "1E+12", "1E+308", "1E-324", "0.123456789012345678901234567"})
    void aNumberThatDoesNotFitIsAbsentAndNotRounded(String number) throws IOException {
        try (ParquetTable table = written(List.of(DECIMAL), List.of(number), Map.of())) {
            assertThat(DECIMAL.holds(new BigDecimal(number))).isFalse();
            assertThat(table.rows("SELECT d FROM it")).containsExactly(row((String) null));
        }
    }

    @Test
    void whatIsInMemoryDoesNotGrowWithTheTable() throws IOException {
        int rowBytes = 4000;
        Counted sent = new Counted();
        Random random = new Random(1);
        ParquetFile<byte[]> file = new ParquetFile<>(
                "large", List.of(new Column.Text<>("t", row -> HexFormat.of().formatHex(row))), sent);
        long most = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] row = new byte[rowBytes / 2];
            random.nextBytes(row);
            file.add(row);
            // Of these digits gzip leaves more than half.
            most = Math.max(most, (long) (i + 1) * rowBytes / 2 - sent.bytes);
        }
        file.end(Map.of());

        assertThat(sent.bytes).isGreaterThan(100_000_000);
        assertThat(most).isLessThan(2 * ParquetFile.MAX_GROUP_BYTES);
    }

    @Test
    void aGroupHasAtMostSoManyRows() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ParquetFile<Integer> file = new ParquetFile<>("many", List.of(new Column.Text<>("t", String::valueOf)), bytes);
        for (int i = 0; i < ParquetFile.MAX_GROUP_ROWS + 1; i++) {
            file.add(i);
        }
        file.end(Map.of());

        try (ParquetTable table = ParquetTable.of(bytes.toByteArray())) {
            assertThat(table.groups()).containsExactly((long) ParquetFile.MAX_GROUP_ROWS, 1L);
            assertThat(table.rows("SELECT count(DISTINCT t), sum(t::bigint) FROM it"))
                    .containsExactly(row("100001", "5000050000"));
        }
    }

    private static List<String> row(String... cells) {
        return Arrays.asList(cells);
    }

    private static <R> ParquetTable written(List<Column<R>> columns, List<R> rows, Map<String, String> metadata)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ParquetFile<R> file = new ParquetFile<>("test", columns, bytes);
        for (R row : rows) {
            file.add(row);
        }
        file.end(metadata);
        return ParquetTable.of(bytes.toByteArray());
    }

    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int oneByte) {
            bytes++;
        }

        @Override
        public void write(byte[] several, int offset, int length) {
            bytes += length;
        }
    }
}
