package dev.sillage.ingestion.series;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where all series about the same calls stand.
 *
 * @param fromUnixNanos beginning of what was counted last
 * @param toUnixNanos end of it; 0 when nothing was
 * @param seenAtEpochSecond when they were last heard of
 * @param forgottenUnixNanos the latest time of a series that was forgotten; 0 when none was
 * @param telling the way of telling tokens that counts; null before the first
 */
record SeriesState(
        List<Entry> entries,
        long fromUnixNanos,
        long toUnixNanos,
        long seenAtEpochSecond,
        long forgottenUnixNanos,
        @Nullable Telling telling) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final SeriesState NEW = new SeriesState(List.of(), 0, 0, 0, 0, null);

    /** That a service was heard of, without any series. */
    static SeriesState heardOf(long atEpochSecond) {
        return new SeriesState(List.of(), 0, 0, atEpochSecond, 0, null);
    }

    byte[] write() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers can be written", e);
        }
    }

    /**
     * @throws IOException when the bytes are something else
     */
    static SeriesState read(byte[] bytes) throws IOException {
        SeriesState read = JSON.readValue(bytes, SeriesState.class);
        if (read == null || read.entries == null) {
            throw new IOException("no state of series");
        }
        return read;
    }
}
