package dev.sillage.ingestion.csv;

import dev.sillage.activity.ActivityKind;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column becomes what: {@code id}, {@code time}, {@code subject}, a member of the data by its name, or {@code
 * label.<name>}. Without a mapping the columns have these names already.
 */
final class Mapping {
    static final String HEADER = "Sillage-Columns";

    private static final Set<String> ATTRIBUTES = Set.of("id", "time", "subject");
    private static final String LABEL = "label.";

    private final ActivityKind kind;
    /** By target; the index of the column. */
    private final Map<String, Integer> columns = new HashMap<>();

    /**
     * @param header {@code target=column, target=column}; the names of columns hold neither comma nor equals sign
     * @throws RequestRefusedException when a target or a column is unknown, or occurs twice
     */
    Mapping(ActivityKind kind, @Nullable String header, List<String> names) {
        this.kind = kind;
        if (header == null) {
            for (int i = 0; i < names.size(); i++) {
                add(names.get(i), i, "Column " + (i + 1));
            }
            return;
        }
        String[] pairs = header.split(",", -1);
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < pairs.length; i++) {
            String pair = "Part " + (i + 1) + " of the header " + HEADER;
            int equals = pairs[i].indexOf('=');
            int column = equals < 0
                    ? -1
                    : names.indexOf(pairs[i].substring(equals + 1).strip());
            if (column < 0 || !used.add(column)) {
                throw refused(pair + " names no column, or one that another part names.");
            }
            add(pairs[i].substring(0, equals).strip(), column, pair);
        }
    }

    private void add(String target, int column, String where) {
        boolean known = ATTRIBUTES.contains(target)
                || kind.shape().field(target) != null
                || (target.startsWith(LABEL) && target.length() > LABEL.length());
        if (!known || columns.put(target, column) != null) {
            throw refused(where + " stands for nothing that " + kind.wireName() + " has, or for something twice.");
        }
    }

    /** Empty cells are absent members. */
    void fill(CsvEvent event, List<String> row) {
        columns.forEach((target, column) -> {
            String text = row.get(column).strip();
            if (text.isEmpty()) {
                return;
            }
            if (ATTRIBUTES.contains(target)) {
                event.attribute(target, text);
            } else if (target.startsWith(LABEL)) {
                event.label(target.substring(LABEL.length()), text);
            } else {
                event.data(target, text);
            }
        });
    }

    private static RequestRefusedException refused(String detail) {
        return new RequestRefusedException(ProblemType.MALFORMED_CSV, detail);
    }
}
