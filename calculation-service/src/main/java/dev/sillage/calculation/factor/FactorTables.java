package dev.sillage.calculation.factor;

import java.util.Map;
import java.util.Set;

/** All files of a set that hold one factor per row: those that are no table of their own. */
record FactorTables(FactorFiles files, FactorReader reader) {
    private static final Set<String> OTHERS = Set.of(
            Zones.FILE,
            Zones.GRID_FILE,
            CloudRegion.FILE,
            CloudRegion.SHARE_ALIKE_FILE,
            ModelEntry.FILE,
            ModelClass.FILE,
            Provider.FILE,
            Names.FILE,
            VideoModel.FILE,
            PublishedFigure.FILE,
            TrainingRun.FILE,
            ReferenceTotal.FILE,
            FactorFiles.VERSION);

    /** The share-alike tables come last, because their rows take the place of others. */
    void readInto(FactorIndex index) {
        for (Map.Entry<String, byte[]> file : files.byName().entrySet()) {
            if (!isShareAlike(file)) {
                rows(file).forEach(row -> index.add(reader.read(row), row.place()));
            }
        }
        for (Map.Entry<String, byte[]> file : files.byName().entrySet()) {
            if (isShareAlike(file)) {
                rows(file).forEach(row -> index.addShareAlike(reader.read(row), row.place()));
            }
        }
    }

    private static boolean isShareAlike(Map.Entry<String, byte[]> file) {
        return file.getKey().startsWith(FactorFiles.SHARE_ALIKE);
    }

    private static Iterable<CsvRow> rows(Map.Entry<String, byte[]> file) {
        return OTHERS.contains(file.getKey())
                ? Set.of()
                : CsvTable.read(file.getKey(), file.getValue(), FactorReader.HEADER);
    }
}
