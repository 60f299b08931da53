package dev.sillage.calculation.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads a body as one JSON text, bounded in depth, and with each member once. */
public final class JsonBody {
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private JsonBody() {}

    /**
     * The tree; a missing node for an empty body never occurs.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when it is not one JSON text
     */
    public static JsonNode parse(byte[] body) {
        try {
            JsonNode tree = READER.readTree(body);
            if (!tree.isMissingNode()) {
                return tree;
            }
            throw malformed("the body is empty");
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : "; reading stopped at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw malformed("the body is not one JSON text of at most 16 levels with each member once" + place);
        } catch (IOException e) {
            throw malformed("the body is not UTF-8");
        }
    }

    private static RuntimeException malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED_JSON, detail, null).asAnswer();
    }
}
