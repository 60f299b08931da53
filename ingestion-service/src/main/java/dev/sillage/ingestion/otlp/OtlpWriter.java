package dev.sillage.ingestion.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the messages of answers in either form. */
final class OtlpWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] EMPTY_JSON_OBJECT = {'{', '}'};

    /** Field of the partial success in each of the export responses. */
    private static final int PARTIAL_SUCCESS = 1;

    private static final int REJECTED = 1;
    private static final int ERROR_MESSAGE = 2;
    private static final int STATUS_CODE = 1;
    private static final int STATUS_MESSAGE = 2;

    private OtlpWriter() {}

    static byte[] success(Encoding encoding) {
        return encoding == Encoding.JSON ? EMPTY_JSON_OBJECT.clone() : new byte[0];
    }

    static byte[] partialSuccess(Encoding encoding, Signal signal, int rejected, String message) {
        if (encoding == Encoding.JSON) {
            return json(out -> {
                out.writeObjectFieldStart("partialSuccess");
                // An int64 is a text in the JSON form of protobuf.
                out.writeStringField(signal.rejectedMember(), String.valueOf(rejected));
                out.writeStringField("errorMessage", message);
                out.writeEndObject();
            });
        }
        byte[] partial = protobuf(out -> {
            out.writeInt64(REJECTED, rejected);
            out.writeString(ERROR_MESSAGE, message);
        });
        return protobuf(out -> out.writeBytes(PARTIAL_SUCCESS, ByteString.copyFrom(partial)));
    }

    /** A {@code google.rpc.Status}. */
    static byte[] status(Encoding encoding, int code, String message) {
        if (encoding == Encoding.JSON) {
            return json(out -> {
                out.writeNumberField("code", code);
                out.writeStringField("message", message);
            });
        }
        return protobuf(out -> {
            out.writeInt32(STATUS_CODE, code);
            out.writeString(STATUS_MESSAGE, message);
        });
    }

    /** Writes the members of one message. */
    interface Fields<W> {
        void write(W out) throws IOException;
    }

    private static byte[] json(Fields<JsonGenerator> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            members.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** A message in protobuf. */
    static byte[] protobuf(Fields<CodedOutputStream> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            fields.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
