package dev.sillage.reporting.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** A Parquet file as a reader sees it who shares nothing with who wrote it: the table {@code it} of SQL. */
public final class ParquetTable implements AutoCloseable {
    private final Path file;
    private final Connection connection;

    private ParquetTable(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    public static ParquetTable of(byte[] bytes) {
        try {
            Path file = Files.createTempFile("sillage-test", ".parquet");
            Files.write(file, bytes);
            Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
            ParquetTable table = new ParquetTable(file, connection);
            try (Statement statement = connection.createStatement()) {
                boolean unused = statement.execute("SET TimeZone = 'UTC'");
                unused = statement.execute("CREATE VIEW it AS SELECT * FROM read_parquet('" + file + "')");
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each cell as text; null where there is none. */
    public List<List<String>> rows(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> found = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                found.add(row);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count() {
        return Long.parseLong(rows("SELECT count(*) FROM it").get(0).get(0));
    }

    /** Null when the column has no value in any row. */
    public BigDecimal sum(String column) {
        String sum = rows("SELECT sum(" + column + ") FROM it").get(0).get(0);
        return sum == null ? null : new BigDecimal(sum);
    }

    /** The type of each column, in their order. */
    public Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        rows("DESCRIBE it").forEach(row -> types.put(row.get(0), row.get(1)));
        return types;
    }

    /** What the footer tells of the whole. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        rows("SELECT decode(key), decode(value) FROM parquet_kv_metadata('" + file + "')")
                .forEach(row -> metadata.put(row.get(0), row.get(1)));
        return metadata;
    }

    /** Rows of each group, in their order. */
    public List<Long> groups() {
        return rows("SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata('" + file + "') ORDER BY 1")
                .stream()
                .map(row -> Long.valueOf(row.get(1)))
                .toList();
    }

    @Override
    public void close() {
        try {
            connection.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
