package dev.sillage.calculation.read;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Field;
import dev.sillage.calculation.read.Violation.Rule;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the data of corrections, within the limits of their shape. Safe for use by many threads. */
public final class CorrectionReader {
    /** The member that holds data of another kind. */
    public static final String REPLACEMENT = "replacement";

    private static final String SOURCE = "correctedSource";
    private static final String ID = "correctedId";
    private static final String KIND = "correctedKind";

    private final EnvelopeReader envelopes;

    public CorrectionReader() {
        Map<String, TextReader> texts = new HashMap<>();
        for (Field field : ActivityKind.CORRECTION.shape().fields()) {
            if (field.values() instanceof Field.Values.Name name) {
                texts.put(field.name(), new TextReader(name.maxLength()));
            }
        }
        envelopes = new EnvelopeReader(texts, Set.of(), null, REPLACEMENT);
    }

    /**
     * Reads all but the replacement.
     *
     * @throws IOException when it is not JSON, is too deeply nested, or goes on after its end
     * @throws InvalidActivityException when it breaks the limits of corrections
     */
    public ReadCorrection read(byte[] json) throws IOException, InvalidActivityException {
        Envelope envelope = envelopes.read(json);
        ActivityKind kind = ActivityKind.ofWireName(envelope.text(KIND))
                .filter(known -> known.meant().isEmpty())
                .orElseThrow(() -> new InvalidActivityException(List.of(new Violation(
                        Rule.NOT_ONE_OF,
                        "/" + KIND,
                        null,
                        "must be the name of a kind, other than correction and retraction"))));
        return new ReadCorrection(envelope.text(SOURCE), envelope.text(ID), kind, envelope.labels(), envelope.data());
    }
}
