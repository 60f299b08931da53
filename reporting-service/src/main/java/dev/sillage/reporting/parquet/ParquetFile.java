package dev.sillage.reporting.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A table as a Parquet file, written from its beginning to its end. One group of rows is in memory, of at most
 * {@value #MAX_GROUP_ROWS} rows and not much more than {@value #MAX_GROUP_BYTES} bytes. What was not ended by {@link #end}
 * is no Parquet file, so that nobody takes a part for the whole.
 *
 * @param <R> the rows
 */
public final class ParquetFile<R> {
    static final int MAX_GROUP_ROWS = 100_000;
    static final int MAX_GROUP_BYTES = 16 << 20;

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROWS_BETWEEN_LOOKS = 128;

    private final List<Column<R>> columns;
    private final MessageType schema;
    private final PositionedOutput output;
    private final List<RowGroup> groups = new ArrayList<>();
    private PendingRows<R> pending;
    private long rows;

    /** Begins a file. */
    public ParquetFile(String name, List<Column<R>> columns, OutputStream output) throws IOException {
        this.columns = List.copyOf(columns);
        this.schema = new MessageType(name, columns.stream().map(Column::type).toArray(Type[]::new));
        this.output = new PositionedOutput(output);
        this.output.write(MAGIC);
        this.pending = new PendingRows<>(this.columns, schema);
    }

    public void add(R row) throws IOException {
        pending.add(row);
        rows++;
        int count = pending.count();
        if (count >= MAX_GROUP_ROWS || (count % ROWS_BETWEEN_LOOKS == 0 && pending.bytes() >= MAX_GROUP_BYTES)) {
            endGroup();
        }
    }

    /** Ends the file, with what is to be known of the whole. */
    public void end(Map<String, String> metadata) throws IOException {
        endGroup();
        FileMetaData footer = new FileMetaData(1, SchemaElements.of(schema), rows, groups);
        footer.setCreated_by("sillage-reporting");
        footer.setColumn_orders(SchemaElements.orders(schema));
        metadata.forEach((key, value) -> {
            KeyValue entry = new KeyValue(key);
            entry.setValue(value);
            footer.addToKey_value_metadata(entry);
        });
        long beginning = output.position();
        Util.writeFileMetaData(footer, output);
        int length = Math.toIntExact(output.position() - beginning);
        output.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array());
        output.write(MAGIC);
        output.flush();
    }

    private void endGroup() throws IOException {
        if (pending.count() > 0) {
            groups.add(pending.writeTo(output));
            pending = new PendingRows<>(columns, schema);
        }
    }
}
