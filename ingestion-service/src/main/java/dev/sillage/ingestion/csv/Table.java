package dev.sillage.ingestion.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.sillage.ingestion.check.Slice;
import dev.sillage.ingestion.check.Utf8;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A CSV text (RFC 4180): the names in its first line, and the rows behind it, each with as many fields.
 *
 * @param columns without surrounding white space, each once
 */
record Table(List<String> columns, List<List<String>> rows) {
    private static final int MAX_COLUMNS = 100;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /**
     * @param maxRows how many rows are taken
     * @throws RequestRefusedException when it is no such table, or a longer one
     */
    static Table read(byte[] body, int maxRows) {
        int invalid = Utf8.firstInvalid(new Slice(body, 0, body.length));
        if (invalid >= 0) {
            throw malformed("The text is not UTF-8, or holds a zero byte, at byte " + invalid + ".");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        List<String> columns = List.of();
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                if (columns.isEmpty()) {
                    columns = columns(record);
                } else if (record.getFieldCount() != columns.size()) {
                    throw malformed("Line " + record.getStartingLineNumber() + " has " + record.getFieldCount()
                            + " fields, but the first line has " + columns.size() + ".");
                } else if (rows.size() == maxRows) {
                    throw new RequestRefusedException(
                            ProblemType.TOO_MANY_EVENTS, "At most " + maxRows + " rows are taken in one request.");
                } else {
                    rows.add(List.copyOf(record.getFields()));
                }
            }
        } catch (CsvParseException e) {
            throw malformed("The CSV is broken behind row " + rows.size() + ", or a field is too long.");
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory cannot fail", e);
        }
        if (rows.isEmpty()) {
            throw new RequestRefusedException(ProblemType.EMPTY_BATCH, "There is no row behind the line of names.");
        }
        return new Table(columns, rows);
    }

    private static List<String> columns(CsvRecord first) {
        List<String> columns = first.getFields().stream().map(String::strip).toList();
        if (columns.size() > MAX_COLUMNS || new HashSet<>(columns).size() < columns.size()) {
            throw malformed("The first line has more than " + MAX_COLUMNS + " names, or one of them twice.");
        }
        return columns;
    }

    private static RequestRefusedException malformed(String detail) {
        return new RequestRefusedException(ProblemType.MALFORMED_CSV, detail);
    }
}
