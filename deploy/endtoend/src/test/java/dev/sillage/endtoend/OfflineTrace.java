package dev.sillage.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.LlmInference;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Totals of the bundled trace without any service: each row of the CSV files is computed here, with the assumption about
 * the models and the built-in factors, and its published figures are added up. The method itself is held by the golden
 * vectors; what this shows is that nothing is lost, doubled or rounded on the way through broker and database.
 */
record OfflineTrace(long requests, Map<String, BigDecimal[]> totals) {

    static OfflineTrace recompute() throws IOException, NotComputableException {
        JsonNode assumption = new ObjectMapper()
                .readTree(Project.TRACE.resolve("assumption.json").toFile());
        Methodology methodology = Methodologies.of(FactorCatalogue.load())
                .defaultFor(ActivityKind.LLM_INFERENCE)
                .orElseThrow();
        Map<String, BigDecimal[]> totals = new LinkedHashMap<>();
        long requests = 0;
        for (JsonNode file : assumption.path("files")) {
            Table rows = Table.read(Project.TRACE.resolve(file.path("name").asText() + ".csv"));
            for (NamedCsvRecord row : rows.rows()) {
                add(totals, methodology.footprint(request(file, row)).published());
                requests++;
            }
        }
        return new OfflineTrace(requests, totals);
    }

    private static LlmInference request(JsonNode file, NamedCsvRecord row) {
        return new LlmInference(
                file.path("provider").asText(),
                file.path("model").asText(),
                Long.parseLong(row.getField("ContextTokens")),
                Long.parseLong(row.getField("GeneratedTokens")),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static void add(Map<String, BigDecimal[]> totals, Map<Criterion, Figure> figures) {
        figures.forEach((criterion, figure) -> totals.merge(
                criterion.wireName(),
                new BigDecimal[] {figure.low(), figure.central(), figure.high()},
                OfflineTrace::sum));
    }

    private static BigDecimal[] sum(BigDecimal[] one, BigDecimal[] other) {
        BigDecimal[] sum = new BigDecimal[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i].add(other[i]);
        }
        return sum;
    }
}
