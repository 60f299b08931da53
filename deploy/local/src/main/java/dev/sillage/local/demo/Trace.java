package dev.sillage.local.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.sillage.activity.LlmInference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests to two language models in production on Azure, 16 November 2023; source and licence in
 * {@code trace/README.md}.
 */
final class Trace {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSS", Locale.ROOT);

    private final TraceAssumption assumption;

    Trace(TraceAssumption assumption) {
        this.assumption = assumption;
    }

    /** All requests, moved in time together so that the last one is at {@code end}. */
    List<DemoEvent> endingAt(Instant end) {
        List<DemoEvent> events = new ArrayList<>();
        assumption.files().forEach(file -> events.addAll(read(file)));
        Instant last = events.stream()
                .map(DemoEvent::time)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Duration shift = Duration.between(last, end);
        return events.stream().map(event -> moved(event, shift)).toList();
    }

    private List<DemoEvent> read(TraceAssumption.Assumed file) {
        Map<String, String> labels = new TreeMap<>(assumption.labels());
        labels.put("application", file.application());
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Bundled.open("trace/" + file.name() + ".csv"))) {
            List<DemoEvent> events = new ArrayList<>();
            for (NamedCsvRecord row : rows) {
                events.add(event(file, events.size() + 1, row, labels));
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the trace " + file.name(), e);
        }
    }

    private static DemoEvent event(
            TraceAssumption.Assumed file, int number, NamedCsvRecord row, Map<String, String> labels) {
        LlmInference request = new LlmInference(
                file.provider(),
                file.model(),
                Long.parseLong(row.getField("ContextTokens")),
                Long.parseLong(row.getField("GeneratedTokens")),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new DemoEvent(
                "urn:sillage:trace:" + file.name(),
                String.format(Locale.ROOT, "%s-%05d", file.name(), number),
                LocalDateTime.parse(row.getField("TIMESTAMP"), TIMESTAMP).toInstant(ZoneOffset.UTC),
                null,
                labels,
                request);
    }

    private static DemoEvent moved(DemoEvent event, Duration shift) {
        return new DemoEvent(
                event.source(), event.id(), event.time().plus(shift), event.subject(), event.labels(), event.data());
    }
}
