package dev.sillage.benchmark.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The least that storing footprints can cost: rows like those of the ledger, made beforehand, by COPY into a table like it
 * with its index and a key, as many in a transaction as a poll has. No reading of JSON, no dedupe, no rollups, no offsets.
 */
final class InsertFloor {
    private static final int ROWS_IN_TRANSACTION = 5000;
    private static final int FIGURES = 24;

    private final Connection connection;

    InsertFloor(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS floor");
            statement.execute("CREATE TABLE floor (LIKE ledger INCLUDING DEFAULTS)");
            statement.execute("ALTER TABLE floor ADD PRIMARY KEY (activity_digest)");
            statement.execute("CREATE INDEX ON floor (tenant, occurred_at DESC, activity_digest DESC)");
        }
        connection.commit();
    }

    /** Inserts that many rows and answers how long it took, without the time to make them. */
    Duration insert(int rows) throws SQLException {
        String columns = columns();
        List<byte[]> transactions = new ArrayList<>();
        for (int first = 0; first < rows; first += ROWS_IN_TRANSACTION) {
            transactions.add(rows(first, Math.min(rows, first + ROWS_IN_TRANSACTION)));
        }
        long start = System.nanoTime();
        for (byte[] text : transactions) {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY floor (" + columns + ") FROM STDIN");
            copy.writeToCopy(text, 0, text.length);
            copy.endCopy();
            connection.commit();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private String columns() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT string_agg(attname, ', ' ORDER BY attnum) FROM pg_attribute"
                                + " WHERE attrelid = 'floor'::regclass AND attnum > 0 AND attname ~ '_(low|central|high)$'")) {
            row.next();
            return "activity_digest, tenant, source, activity_id, series_id, retention_months, occurred_at, accepted_at,"
                    + " footprint_id, labels, origin_partition, origin_offset, activity_data, " + row.getString(1);
        }
    }

    private static byte[] rows(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(UUID.randomUUID())
                    .append("\tlocal\t/gateway\tr-")
                    .append(i)
                    .append("\t7\t0\t2026-03-01T08:00:00Z\t2026-03-01T08:00:01Z\t")
                    .append(UUID.randomUUID())
                    .append("\t{\"team\":\"search\",\"project\":\"assistant\"}\t1\t")
                    .append(i)
                    .append(
                            "\t{\"provider\":\"openai\",\"model\":\"gpt-4o\",\"inputTokens\":1874,\"outputTokens\":392}");
            for (int figure = 0; figure < FIGURES; figure++) {
                text.append("\t0.00").append(1_000_000_000L + 7919L * i + figure);
            }
            text.append('\n');
        }
        return text.toString().getBytes(UTF_8);
    }
}
