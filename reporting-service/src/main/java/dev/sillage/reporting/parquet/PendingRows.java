package dev.sillage.reporting.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.schema.MessageType;

/** The rows of a group that is not written yet, column by column, packed as far as pages are full. */
final class PendingRows<R> implements PageWriteStore {
    private static final ParquetProperties PROPERTIES = ParquetProperties.builder()
            // What every reader knows.
            .withWriterVersion(WriterVersion.PARQUET_1_0)
            .withPageSize(128 << 10)
            .withDictionaryPageSize(128 << 10)
            .withSizeStatisticsEnabled(false)
            .build();

    private final List<Column<R>> columns;
    private final Map<ColumnDescriptor, ColumnPages> pages = new LinkedHashMap<>();
    private final ColumnWriteStore store;
    private final List<List<ColumnWriter>> leaves = new ArrayList<>();
    private int count;

    PendingRows(List<Column<R>> columns, MessageType schema) {
        this.columns = columns;
        schema.getColumns().forEach(leaf -> pages.put(leaf, new ColumnPages(leaf)));
        this.store = PROPERTIES.newColumnWriteStore(schema, this);
        for (Column<R> column : columns) {
            leaves.add(schema.getColumns().stream()
                    .filter(leaf -> leaf.getPath()[0].equals(column.name()))
                    .map(store::getColumnWriter)
                    .toList());
        }
    }

    @Override
    public PageWriter getPageWriter(ColumnDescriptor leaf) {
        ColumnPages found = pages.get(leaf);
        if (found == null) {
            throw new IllegalArgumentException("no column " + leaf);
        }
        return found;
    }

    void add(R row) {
        for (int i = 0; i < leaves.size(); i++) {
            columns.get(i).write(row, leaves.get(i));
        }
        store.endRecord();
        count++;
    }

    int count() {
        return count;
    }

    /** What they take, packed and not yet packed. */
    long bytes() {
        return store.getBufferedSize()
                + pages.values().stream().mapToLong(ColumnPages::getMemSize).sum();
    }

    /** Writes all of them, after which there can be no more. */
    RowGroup writeTo(PositionedOutput output) throws IOException {
        store.flush();
        store.close();
        List<ColumnChunk> chunks = new ArrayList<>();
        long bytes = 0;
        for (ColumnPages column : pages.values()) {
            ColumnMetaData known = column.writeTo(output);
            bytes += known.getTotal_uncompressed_size();
            // Not an offset: nothing is known of a column but what the footer says.
            ColumnChunk chunk = new ColumnChunk(0);
            chunk.setMeta_data(known);
            chunks.add(chunk);
        }
        return new RowGroup(chunks, bytes, count);
    }
}
