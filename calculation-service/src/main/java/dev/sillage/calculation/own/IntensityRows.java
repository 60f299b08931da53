package dev.sillage.calculation.own;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.sillage.calculation.problem.JsonBody;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rows of a request in any of its three formats, as objects. */
final class IntensityRows {
    private static final Set<String> NUMBERS = Set.of("gCo2ePerKwh", "low", "high");
    private static final int MAX_NUMBER_LENGTH = 40;

    private IntensityRows() {}

    /** A JSON array. */
    static List<JsonNode> json(byte[] body) {
        JsonNode tree = JsonBody.parse(body);
        if (!tree.isArray()) {
            throw Problem.of(ProblemType.WRONG_TYPE, "must be an array of intensities", "")
                    .asAnswer();
        }
        List<JsonNode> rows = new ArrayList<>(tree.size());
        tree.forEach(rows::add);
        return rows;
    }

    /** One JSON object per line; blank lines count for nothing. */
    static List<JsonNode> lines(byte[] body) {
        return new String(body, UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> JsonBody.parse(line.getBytes(UTF_8)))
                .toList();
    }

    /** CSV (RFC 4180, UTF-8) with the names of the members in the first line; an empty cell is an absent member. */
    static List<JsonNode> csv(byte[] body) {
        List<JsonNode> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(new String(body, UTF_8))) {
            for (NamedCsvRecord row : reader) {
                if (row.getFieldCount() != row.getHeader().size()) {
                    throw new IllegalArgumentException("line " + row.getStartingLineNumber());
                }
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                row.getFieldsAsMap().forEach((name, cell) -> put(object, name.strip(), cell.strip()));
                rows.add(object);
            }
        } catch (CsvParseException | IllegalArgumentException e) {
            throw Problem.of(
                            ProblemType.MALFORMED_CSV,
                            "the body is not CSV with a header and as many cells in each line",
                            null)
                    .asAnswer();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
        return rows;
    }

    private static void put(ObjectNode object, String name, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        if (NUMBERS.contains(name) && cell.length() <= MAX_NUMBER_LENGTH) {
            try {
                object.put(name, new BigDecimal(cell));
                return;
            } catch (NumberFormatException e) {
                // As a text it is refused with its place.
            }
        }
        object.put(name, cell);
    }
}
