package dev.sillage.endtoend;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A CSV file as rows with named fields, read without any code of the services. */
record Table(Path file, List<NamedCsvRecord> rows) {

    static Table read(Path file) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return new Table(file, rows.stream().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one row that fits; none or several are an error of the file. */
    NamedCsvRecord only(Predicate<NamedCsvRecord> wanted) {
        List<NamedCsvRecord> found = rows.stream().filter(wanted).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " rows instead of one in " + file);
        }
        return found.get(0);
    }
}
