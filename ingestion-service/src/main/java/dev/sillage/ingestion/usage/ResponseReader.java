package dev.sillage.ingestion.usage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads responses token by token. What nobody needs, prompts and answers before all, is passed over without ever being made
 * a text.
 */
final class ResponseReader {
    private static final int MAX_NESTING = 100;
    private static final int MAX_TEXT_LENGTH = 500;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    // The body is bounded as a whole.
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Api api;
    private final int max;

    ResponseReader(Api api, int max) {
        this.api = api;
        this.max = max;
    }

    /**
     * The responses in a body, which is one object or an array of them.
     *
     * @throws RequestRefusedException when it is not JSON, holds none, or too many
     */
    List<ApiResponse> read(byte[] body) {
        try (JsonParser json = JSON.createParser(body)) {
            List<ApiResponse> responses = new ArrayList<>();
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    responses.add(response(json));
                    if (responses.size() > max) {
                        throw new RequestRefusedException(
                                ProblemType.TOO_MANY_EVENTS, "At most " + max + " responses are taken.");
                    }
                }
            } else if (first != null) {
                responses.add(response(json));
            }
            if (responses.isEmpty()) {
                throw new RequestRefusedException(ProblemType.EMPTY_BATCH, "There is no response in the body.");
            }
            if (json.nextToken() != null) {
                throw malformed(json.currentTokenLocation(), "Something follows the JSON");
            }
            return responses;
        } catch (JsonProcessingException e) {
            throw malformed(e.getLocation(), "The JSON is broken, too deep or has a member twice");
        } catch (IOException e) {
            throw malformed(null, "The text is not UTF-8");
        }
    }

    private ApiResponse response(JsonParser json) throws IOException {
        ApiResponse response = new ApiResponse();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            members(json, "", response);
        } else {
            json.skipChildren();
            response.refuse(ProblemType.EVENT_NOT_AN_OBJECT, "A response is a JSON object.", "");
        }
        return response;
    }

    private void members(JsonParser json, String prefix, ApiResponse response) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String path = prefix + json.currentName();
            JsonToken value = json.nextToken();
            List<Part> parts = api.at(path);
            if (parts == null || value == JsonToken.VALUE_NULL) {
                json.skipChildren();
            } else if (parts.isEmpty() && value == JsonToken.START_OBJECT) {
                members(json, path + ".", response);
            } else if (parts.isEmpty()) {
                json.skipChildren();
                response.refuse(ProblemType.WRONG_TYPE, "The member is no object, as it is in this API.", path);
            } else if (parts.equals(List.of(Part.RESULTS)) && value == JsonToken.START_ARRAY) {
                response.count(Part.RESULTS, length(json), path);
            } else if (value == JsonToken.VALUE_NUMBER_INT
                    && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                long number = json.getLongValue();
                parts.forEach(part -> response.count(part, number, path));
            } else if (value == JsonToken.VALUE_STRING
                    && parts.stream().allMatch(Part::isText)
                    && json.getTextLength() <= MAX_TEXT_LENGTH) {
                String text = json.getText();
                parts.forEach(part -> response.text(part, text));
            } else {
                json.skipChildren();
                response.refuse(ProblemType.WRONG_TYPE, "The member has another type than this API gives it.", path);
            }
        }
    }

    private static int length(JsonParser json) throws IOException {
        int length = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            json.skipChildren();
            length++;
        }
        return length;
    }

    private static RequestRefusedException malformed(@Nullable JsonLocation where, String what) {
        long offset = where == null ? 0 : Math.max(0, where.getByteOffset());
        return new RequestRefusedException(ProblemType.MALFORMED_JSON, what + ", at byte " + offset + ".");
    }
}
