package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** How the vectors of some sets are computed by the methods of production. */
interface VectorSet {

    /** Whether it computes that set of {@code ai_vectors.json} or group of {@code methodology_vectors.json}. */
    boolean covers(String setOrGroup);

    /**
     * Computes one vector.
     *
     * @param vector the whole object, with {@code input} and {@code expected}
     * @return a Double or a String for each leaf of {@code expected}, by dotted path, for example
     *     {@code gwp_kgco2e.total.min}; more may be there
     * @throws IllegalArgumentException when the input has a member that it does not know
     */
    Map<String, Object> compute(JsonNode vector) throws Exception;
}
