package dev.sillage.reporting.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/** The pages of one column of one group, packed, with what the footer tells of them. */
final class ColumnPages implements PageWriter {
    /** Longer ones would make the footer large and help no reader. */
    private static final int MAX_STATISTICS_BYTES = 256;

    private final ColumnDescriptor leaf;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
    private final Set<Encoding> encodings = new LinkedHashSet<>();
    private final Statistics<?> statistics;
    private long values;
    private long unpackedBytes;

    ColumnPages(ColumnDescriptor leaf) {
        this.leaf = leaf;
        this.statistics = Statistics.createStats(leaf.getPrimitiveType());
    }

    @Override
    public void writePage(
            BytesInput bytes,
            int valueCount,
            int rowCount,
            Statistics<?> ofPage,
            SizeStatistics sizes,
            GeospatialStatistics places,
            Encoding repetitions,
            Encoding definitions,
            Encoding encoding)
            throws IOException {
        byte[] packed = Packing.pack(bytes);
        PageHeader header = new PageHeader(PageType.DATA_PAGE, Math.toIntExact(bytes.size()), packed.length);
        header.setData_page_header(new DataPageHeader(
                valueCount,
                SchemaElements.encoding(encoding),
                SchemaElements.encoding(definitions),
                SchemaElements.encoding(repetitions)));
        write(header, packed, data);
        values += valueCount;
        encodings.addAll(List.of(repetitions, definitions, encoding));
        statistics.mergeStatistics(ofPage);
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
        byte[] packed = Packing.pack(page.getBytes());
        PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, page.getUncompressedSize(), packed.length);
        header.setDictionary_page_header(
                new DictionaryPageHeader(page.getDictionarySize(), SchemaElements.encoding(page.getEncoding())));
        write(header, packed, dictionary);
        encodings.add(page.getEncoding());
    }

    private void write(PageHeader header, byte[] packed, ByteArrayOutputStream pages) throws IOException {
        int before = pages.size();
        Util.writePageHeader(header, pages);
        unpackedBytes += pages.size() - before + header.getUncompressed_page_size();
        pages.writeBytes(packed);
    }

    /** Writes the pages, the dictionary first, as readers expect them. */
    ColumnMetaData writeTo(PositionedOutput output) throws IOException {
        long beginning = output.position();
        dictionary.writeTo(output);
        long firstData = output.position();
        data.writeTo(output);
        ColumnMetaData known = new ColumnMetaData(
                SchemaElements.type(leaf.getPrimitiveType()),
                new ArrayList<>(encodings.stream().map(SchemaElements::encoding).toList()),
                List.of(leaf.getPath()),
                CompressionCodec.GZIP,
                values,
                unpackedBytes,
                output.position() - beginning,
                firstData);
        if (firstData > beginning) {
            known.setDictionary_page_offset(beginning);
        }
        known.setStatistics(forFooter());
        return known;
    }

    private org.apache.parquet.format.Statistics forFooter() {
        org.apache.parquet.format.Statistics known = new org.apache.parquet.format.Statistics();
        known.setNull_count(statistics.getNumNulls());
        if (statistics.hasNonNullValue() && statistics.isSmallerThan(MAX_STATISTICS_BYTES)) {
            known.setMin_value(statistics.getMinBytes());
            known.setMax_value(statistics.getMaxBytes());
        }
        return known;
    }

    @Override
    public long getMemSize() {
        return (long) data.size() + dictionary.size();
    }

    @Override
    public long allocatedSize() {
        return getMemSize();
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + " " + getMemSize() + " bytes";
    }

    @Override
    @Deprecated
    public void writePage(
            BytesInput bytes,
            int valueCount,
            Statistics<?> ofPage,
            Encoding repetitions,
            Encoding definitions,
            Encoding encoding) {
        throw new UnsupportedOperationException("a page without its number of rows");
    }

    @Override
    public void writePage(
            BytesInput bytes,
            int valueCount,
            int rowCount,
            Statistics<?> ofPage,
            Encoding repetitions,
            Encoding definitions,
            Encoding encoding) {
        throw new UnsupportedOperationException("a page as an older version of the library writes it");
    }

    @Override
    public void writePageV2(
            int rowCount,
            int nullCount,
            int valueCount,
            BytesInput repetitions,
            BytesInput definitions,
            Encoding encoding,
            BytesInput bytes,
            Statistics<?> ofPage) {
        throw new UnsupportedOperationException("a page that not every reader knows");
    }
}
