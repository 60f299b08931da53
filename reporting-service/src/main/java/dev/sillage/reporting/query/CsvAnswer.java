package dev.sillage.reporting.query;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A table as CSV (RFC 4180, UTF-8), sent row by row as it is written. */
public final class CsvAnswer {
    public static final String MEDIA_TYPE = "text/csv";

    static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8.name());

    /** Characters that make a spreadsheet take a cell for a formula (OWASP: CSV injection). */
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r\n";

    private CsvAnswer() {}

    /** The answer whose rows are written when it is sent. */
    public static Response of(String fileName, Rows rows) {
        StreamingOutput body = output -> {
            try (CsvWriter csv = CsvWriter.builder().build(output, StandardCharsets.UTF_8)) {
                rows.writeTo(csv);
            }
        };
        return Response.ok(body, TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** A text that somebody else wrote, with an apostrophe in front where a spreadsheet would take it for a formula. */
    public static String safe(String text) {
        return !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** All rows, the header first. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(CsvWriter csv) throws IOException;
    }
}
