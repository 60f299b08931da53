package dev.sillage.calculation.factor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The models that make videos and are known by name. Names are compared without regard to case. */
public final class VideoModels {
    private final List<VideoModel> all;
    private final Map<String, VideoModel> byName = new HashMap<>();

    VideoModels(List<CsvRow> rows) {
        all = rows.stream().map(this::add).toList();
    }

    private VideoModel add(CsvRow row) {
        VideoModel model = VideoModel.of(row);
        String name = model.id().toLowerCase(Locale.ROOT);
        put(row, name, model);
        put(row, name.substring(name.lastIndexOf('/') + 1), model);
        return model;
    }

    private void put(CsvRow row, String name, VideoModel model) {
        VideoModel other = byName.put(name, model);
        if (other != null && !other.equals(model)) {
            throw row.bad("model", "each name once");
        }
    }

    /** All models, in the order of the table. */
    public List<VideoModel> all() {
        return all;
    }

    /** The model of that name, with or without its provider before a slash. */
    public Optional<VideoModel> find(String name) {
        return Optional.ofNullable(byName.get(name.strip().toLowerCase(Locale.ROOT)));
    }
}
