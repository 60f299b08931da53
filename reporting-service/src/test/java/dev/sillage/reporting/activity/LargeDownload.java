package dev.sillage.reporting.activity;

import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** 200,000 activities of one year: a file that is larger than what lies between a server and a reader who does not read. */
final class LargeDownload {
    static final int ROWS = 200_000;
    static final String PATH = "/v1/activities?format=parquet&from=2017-01-01&to=2018-01-01";

    /** As quick as can be, but a download. */
    static final String NOTHING = "/v1/activities?format=parquet&from=1999-01-01&to=1999-01-02";

    private final Tables tables;

    LargeDownload(AgroalDataSource database) {
        this.tables = new Tables(database);
    }

    void fill(String servers, AgroalDataSource database) {
        Log.report(
                servers, database, List.of(Footprints.prompt("1", Instant.parse("2017-05-01T00:00:00Z"), "download")));
        tables.change("INSERT INTO ledger (activity_digest, tenant, source, activity_id, series_id, retention_months,"
                + " occurred_at, accepted_at, footprint_id, energy_low, energy_central, energy_high)"
                + " SELECT gen_random_uuid(), tenant, 'urn:test:filling', n || '-' || md5(n::text), series_id,"
                + " retention_months, occurred_at + n * interval '1 second', accepted_at, gen_random_uuid(),"
                + " round(random()::numeric, 12), 1 + round(random()::numeric, 12), 2 + round(random()::numeric, 12)"
                + " FROM ledger, generate_series(1, " + (ROWS - 1) + ") n WHERE source = 'urn:test:download'");
        tables.change("ANALYZE ledger");
    }

    void empty() {
        tables.change("DELETE FROM ledger WHERE source = 'urn:test:filling'");
    }

    /** Somebody with so little room that the server soon has to wait. */
    static Socket ask(URI address) throws IOException {
        Socket reader = new Socket();
        reader.setReceiveBufferSize(16 << 10);
        reader.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        reader.getOutputStream()
                .write(("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return reader;
    }

    /** Transactions of readers. */
    long transactions() {
        return tables.numberForOwner(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'sillage-reporting-reader'"
                        + " AND xact_start IS NOT NULL");
    }

    /** As an operator would, or a restart of the server. */
    void endTransactions() {
        tables.change("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'sillage-reporting-reader' AND xact_start IS NOT NULL");
    }
}
