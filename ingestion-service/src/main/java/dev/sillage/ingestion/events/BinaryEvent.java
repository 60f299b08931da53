package dev.sillage.ingestion.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.sillage.ingestion.check.Slice;
import java.io.ByteArrayOutputStream;
import java.util.Map;

/**
 * An event in binary mode written in the JSON format, so that one set of rules serves every mode.
 *
 * @param text the JSON object; {@code data} is its last member, with the bytes of the body unchanged
 * @param shift what an index into the text has above the same one into the body
 */
record BinaryEvent(Slice text, int shift) {

    /**
     * @param data one JSON value and nothing else: what stood behind it would become part of the envelope
     */
    static BinaryEvent of(Map<String, String> attributes, Slice data) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(data.length() + 512);
        text.write('{');
        attributes.forEach((name, value) -> {
            writeText(text, name);
            text.write(':');
            writeText(text, value);
            text.write(',');
        });
        text.writeBytes("\"datacontenttype\":\"application/json\"".getBytes(UTF_8));
        if (data.length() > 0) {
            text.writeBytes(",\"data\":".getBytes(UTF_8));
        }
        int shift = text.size() - data.offset();
        text.write(data.bytes(), data.offset(), data.length());
        text.write('}');
        return new BinaryEvent(new Slice(text.toByteArray(), 0, text.size()), shift);
    }

    private static void writeText(ByteArrayOutputStream out, String text) {
        out.write('"');
        out.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(text));
        out.write('"');
    }
}
