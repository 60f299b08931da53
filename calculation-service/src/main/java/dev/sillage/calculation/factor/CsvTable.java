package dev.sillage.calculation.factor;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A CSV file (RFC 4180, UTF-8, dot decimals) whose first line must be exactly the expected header. */
final class CsvTable {

    /** Every column of every table is listed by the reader of that table. */
    static List<CsvRow> read(String file, byte[] content, List<String> header) {
        List<CsvRow> rows = new ArrayList<>();
        boolean headerSeen = false;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new String(content, StandardCharsets.UTF_8))) {
            for (CsvRecord csv : reader) {
                if (headerSeen) {
                    rows.add(row(file, csv, header));
                } else {
                    checkHeader(file, csv, header);
                    headerSeen = true;
                }
            }
        } catch (CsvParseException e) {
            throw new FactorException(file + ": not a CSV file: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!headerSeen) {
            throw new FactorException(file + " line 1: empty file, expected the header " + String.join(",", header));
        }
        return rows;
    }

    private static void checkHeader(String file, CsvRecord csv, List<String> header) {
        if (!csv.getFields().equals(header)) {
            throw new FactorException("%s line %d: header '%s', expected exactly '%s'"
                    .formatted(
                            file,
                            csv.getStartingLineNumber(),
                            String.join(",", csv.getFields()),
                            String.join(",", header)));
        }
    }

    private static CsvRow row(String file, CsvRecord csv, List<String> header) {
        if (csv.getFieldCount() != header.size()) {
            throw new FactorException("%s line %d: %d cells, expected %d as in the header"
                    .formatted(file, csv.getStartingLineNumber(), csv.getFieldCount(), header.size()));
        }
        return new CsvRow(file, csv.getStartingLineNumber(), header, csv.getFields());
    }

    private CsvTable() {}
}
