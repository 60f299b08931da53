package dev.sillage.reporting.activity;

import dev.sillage.reporting.isolation.DownloadTurns;
import dev.sillage.reporting.parquet.ParquetFile;
import dev.sillage.reporting.problem.DatabaseFailures;
import dev.sillage.reporting.query.Filter;
import dev.sillage.reporting.query.Format;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Activities as a Parquet file: all of one moment, sent while they are read. */
@ApplicationScoped
class ActivityParquet {
    private static final long MAX_ROWS = 10_000_000;
    private static final int ROWS_AT_ONCE = 1000;

    private final ActivityCount count;
    private final DownloadTurns turns;

    ActivityParquet(ActivityCount count, DownloadTurns turns) {
        this.count = count;
        this.turns = turns;
    }

    /** All that are meant; refused when the report counts more of them than a file may have rows. */
    Response table(String tenant, ActivitySelection selection) throws SQLException {
        count.check(tenant, selection, MAX_ROWS);
        StreamingOutput body = output -> {
            try {
                turns.<IOException>take(tenant, connection -> write(connection, tenant, selection, output));
            } catch (SQLException e) {
                // Nothing was sent yet.
                throw DatabaseFailures.problem(e);
            }
        };
        return Response.ok(body, Format.PARQUET.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"activities.parquet\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static void write(Connection connection, String tenant, ActivitySelection selection, OutputStream output)
            throws SQLException, IOException {
        Instant moment = moment(connection);
        try (PreparedStatement statement = ActivitySql.all(tenant, selection).prepare(connection)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                write(rows, tenant, selection, moment, output);
            }
        }
    }

    private static void write(
            ResultSet rows, String tenant, ActivitySelection selection, Instant moment, OutputStream output)
            throws IOException {
        ParquetFile<StoredActivity> file = new ParquetFile<>("activities", ActivityColumns.of(tenant), output);
        long beyond = 0;
        try {
            while (rows.next()) {
                StoredActivity activity = ActivityRows.read(rows);
                beyond += ActivityColumns.isBeyond(activity) ? 1 : 0;
                file.add(activity);
            }
        } catch (SQLException e) {
            // The answer has begun: it must break off, so that nobody takes a part for the whole.
            throw new IOException("the table cannot be completed", e);
        }
        file.end(metadata(selection, moment, beyond));
    }

    /** When the transaction began, whose view of the ledger all rows are from. */
    private static Instant moment(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static Map<String, String> metadata(ActivitySelection selection, Instant moment, long beyond) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("sillage.units", ActivityColumns.units());
        metadata.put("sillage.from", selection.range().from().toString());
        metadata.put("sillage.to", selection.range().to().toString());
        metadata.put(
                "sillage.filters",
                ActivityColumns.json(
                        selection.filters().stream().map(Filter::text).toList()));
        if (selection.source() != null) {
            metadata.put("sillage.source", selection.source());
        }
        metadata.put("sillage.labels", ActivityColumns.json(selection.labels()));
        metadata.put("sillage.read_at", moment.toString());
        metadata.put("sillage.activities_beyond_decimal", String.valueOf(beyond));
        return metadata;
    }
}
