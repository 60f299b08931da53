package dev.sillage.ingestion.otlp;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads protobuf messages field by field. Nothing is built that nobody asked for, and no depth of nesting matters. */
final class ProtobufMessage {
    static final int VARINT = WireFormat.WIRETYPE_VARINT;
    static final int FIXED64 = WireFormat.WIRETYPE_FIXED64;
    static final int LENGTH_DELIMITED = WireFormat.WIRETYPE_LENGTH_DELIMITED;

    private static final int TAG_TYPE_BITS = 3;

    private final byte[] body;
    private final CodedInputStream in;

    ProtobufMessage(byte[] bytes) {
        this.body = bytes;
        this.in = CodedInputStream.newInstance(bytes);
    }

    /** Reads the value of the field, or says false and leaves it. */
    interface Fields {
        boolean take(int tag) throws IOException;
    }

    static int tag(int field, int wireType) {
        return field << TAG_TYPE_BITS | wireType;
    }

    CodedInputStream in() {
        return in;
    }

    byte[] body() {
        return body;
    }

    /** Index into the body of the next byte. */
    int position() {
        return in.getTotalBytesRead();
    }

    /** Everything up to the end of the bytes, or of the message that was opened last. */
    void fields(Fields fields) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!fields.take(tag)) {
                skip(tag);
            }
        }
    }

    /** A message inside the current one. */
    void message(Fields fields) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        fields(fields);
        in.popLimit(outer);
    }

    /** The bytes of the field, or null when they are more than {@code max}. */
    byte @Nullable [] bytes(int max) throws IOException {
        int length = in.readRawVarint32();
        if (length > max) {
            in.skipRawBytes(length);
            return null;
        }
        return in.readRawBytes(length);
    }

    /** The text of the field, or null when it has more than {@code maxBytes}; protobuf texts must be UTF-8. */
    @Nullable
    String text(int maxBytes) throws IOException {
        byte[] bytes = bytes(maxBytes);
        return bytes == null
                ? null
                : StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
    }

    private void skip(int tag) throws IOException {
        int wireType = WireFormat.getTagWireType(tag);
        if (wireType == WireFormat.WIRETYPE_START_GROUP || wireType == WireFormat.WIRETYPE_END_GROUP) {
            // The syntax of OTLP has none, and they would nest.
            throw new InvalidProtocolBufferException("a group");
        }
        in.skipField(tag);
    }
}
