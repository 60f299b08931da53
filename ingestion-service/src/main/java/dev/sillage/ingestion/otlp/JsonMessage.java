package dev.sillage.ingestion.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/**
 * Reads protobuf messages in their JSON form member by member, without building a tree. Unknown members are passed over,
 * null stands for nothing.
 */
final class JsonMessage implements AutoCloseable {
    /** As deep as the protobuf libraries read. */
    private static final int MAX_NESTING = 100;

    /** Longer ones are not even looked at: a million digits are slow to read. */
    private static final int MAX_NUMBER_LENGTH = 40;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    // The body is bounded as a whole.
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .build();

    private final byte[] body;
    private final JsonParser json;

    JsonMessage(byte[] body) throws IOException {
        this.body = body;
        this.json = JSON.createParser(body);
    }

    /** Reads the value of the member on which the parser stands, or says false and leaves it. */
    interface Members {
        boolean take(String name) throws IOException;
    }

    /** Reads an element of an array. */
    interface Element {
        void read() throws IOException;
    }

    JsonParser json() {
        return json;
    }

    byte[] body() {
        return body;
    }

    /** Index into the body of the first byte of the current token. */
    int start() throws IOException {
        return index(json.currentTokenLocation());
    }

    /** Index into the body behind the current token. */
    int end() throws IOException {
        return index(json.currentLocation());
    }

    private static int index(JsonLocation where) throws IOException {
        if (where.getByteOffset() < 0) {
            throw new MalformedOtlpException("The text is not UTF-8.");
        }
        return (int) where.getByteOffset();
    }

    /** The only value of the text, an object. */
    void root(Members members) throws IOException {
        json.nextToken();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedOtlpException("A JSON object is expected.");
        }
        object(members);
        if (json.nextToken() != null) {
            throw new MalformedOtlpException("There is something behind the JSON object.");
        }
    }

    void object(Members members) throws IOException {
        if (isNull()) {
            return;
        }
        require(JsonToken.START_OBJECT, "an object");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            boolean unused = members.take(name);
            // Also of a value of ours that is of another kind than it should be.
            json.skipChildren();
        }
    }

    void array(Element element) throws IOException {
        if (isNull()) {
            return;
        }
        require(JsonToken.START_ARRAY, "an array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    String text() throws IOException {
        if (isNull()) {
            return "";
        }
        require(JsonToken.VALUE_STRING, "a text");
        return json.getText();
    }

    /** An integer of 64 bits, as a number or as a text; nothing is zero. */
    long int64() throws IOException {
        if (isNull()) {
            return 0;
        }
        if (number() instanceof AttributeValue.Whole whole) {
            return whole.number();
        }
        throw expected("an integer of 64 bits");
    }

    /** A number of the form of JSON, or an integer as a text; anything else is only known to be there. */
    AttributeValue number() throws IOException {
        JsonToken token = json.currentToken();
        if ((!token.isNumeric() && token != JsonToken.VALUE_STRING) || json.getTextLength() > MAX_NUMBER_LENGTH) {
            return AttributeValue.OTHER;
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            return new AttributeValue.Fraction(json.getDoubleValue());
        }
        try {
            return new AttributeValue.Whole(Long.parseLong(json.getText()));
        } catch (NumberFormatException e) {
            return AttributeValue.OTHER;
        }
    }

    boolean isNull() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    private void require(JsonToken token, String what) throws IOException {
        if (json.currentToken() != token) {
            throw expected(what);
        }
    }

    private MalformedOtlpException expected(String what) {
        // Only members that are ours are on the way here, so that nothing of the sender's is repeated.
        return new MalformedOtlpException(
                "At " + json.getParsingContext().pathAsPointer() + " " + what + " is expected.");
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
