package dev.sillage.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Totals of the bundled trace, recomputed from the CSV files, the assumption about the models, and the factor files. */
record OfflineTrace(long requests, Map<String, BigDecimal[]> totals) {

    static OfflineTrace recompute() throws IOException {
        JsonNode assumption = new ObjectMapper()
                .readTree(Project.TRACE.resolve("assumption.json").toFile());
        OfflineFactors factors = new OfflineFactors();
        Map<String, BigDecimal[]> totals = new LinkedHashMap<>();
        long requests = 0;
        for (JsonNode file : assumption.path("files")) {
            OfflineInference inference = new OfflineInference(
                    factors, file.path("provider").asText(), file.path("model").asText());
            Table rows = Table.read(Project.TRACE.resolve(file.path("name").asText() + ".csv"));
            for (NamedCsvRecord row : rows.rows()) {
                add(
                        totals,
                        inference.figures(
                                Long.parseLong(row.getField("ContextTokens")),
                                Long.parseLong(row.getField("GeneratedTokens"))));
                requests++;
            }
        }
        return new OfflineTrace(requests, totals);
    }

    private static void add(Map<String, BigDecimal[]> totals, Map<String, BigDecimal[]> figures) {
        figures.forEach((criterion, figure) -> totals.merge(criterion, figure, OfflineTrace::sum));
    }

    private static BigDecimal[] sum(BigDecimal[] one, BigDecimal[] other) {
        BigDecimal[] sum = new BigDecimal[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i].add(other[i]);
        }
        return sum;
    }
}
