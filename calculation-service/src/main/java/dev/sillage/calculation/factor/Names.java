package dev.sillage.calculation.factor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What things are called outside, for example {@code NVIDIA A100-SXM4-80GB} for {@code hardware.a100-sxm4-80gb}. Case,
 * punctuation and makers' names do not matter; of the names that a text begins with, the longest counts.
 */
public final class Names {
    static final String FILE = "names.csv";
    static final List<String> HEADER = List.of("kind", "id", "names");

    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern MAKER = Pattern.compile(
            "\\b(nvidia|tesla|amd|intel|google|corporation|inc|gpu|accelerator|tensor core|cpu|r|tm)\\b");

    private final Map<Kind, Map<String, String>> idByName = new EnumMap<>(Kind.class);

    /** What is named. Each kind has keys of its own. */
    public enum Kind {
        /** An accelerator, a processor or a server: {@code hardware.<id>.power} and the like. */
        HARDWARE("hardware", "hardware.", ""),
        /** A GPU that is rented: {@code compute.gpu.<id>.min} and {@code max}. */
        COMPUTE_GPU("compute-gpu", "compute.gpu.", ".max"),
        /** A microarchitecture: {@code compute.vcpu.<provider>.<id>.min} and {@code max}. */
        ARCHITECTURE("architecture", "compute.vcpu.", ".max"),
        /** A microarchitecture of which only the figures of CCF are known: {@code ccf.vcpu.<provider>.<id>.min}. */
        CCF_ARCHITECTURE("ccf-architecture", "ccf.vcpu.", ".max"),
        /** Where data are stored: {@code storage.replication.<id>}. */
        STORAGE_SERVICE("storage-service", "storage.replication.", ""),
        /** A feed: {@code social.<id>.volume}. */
        SOCIAL_APP("social-app", "social.", ".volume"),
        /** A model that makes images and was measured: {@code image.model.<id>.energy}. */
        IMAGE_MODEL("image-model", "image.model.", ".energy"),
        /** A model that makes videos and was measured: {@code video.model.<id>.energy}. */
        VIDEO_MODEL("video-model", "video.model.", ".energy");

        private final String word;
        private final String before;
        private final String after;

        Kind(String word, String before, String after) {
            this.word = word;
            this.before = before;
            this.after = after;
        }

        /** The key of a factor of that id, or the part before it differs by figure or provider. */
        public String key(String id) {
            return before + id + after;
        }

        private boolean hasFactor(FactorIndex index, String id) {
            return index.hasKey(key -> key.startsWith(before)
                    && key.endsWith(after)
                    && (key + ".").substring(before.length()).contains(id + "."));
        }
    }

    Names(List<CsvRow> rows, FactorIndex index) {
        for (CsvRow row : rows) {
            Kind kind = kind(row);
            String id = row.required("id");
            if (!kind.hasFactor(index, id)) {
                throw row.bad("id", "an id of which there is a factor such as " + kind.key(id));
            }
            Map<String, String> names = idByName.computeIfAbsent(kind, any -> new TreeMap<>());
            List<String> all = new ArrayList<>(row.parts("names"));
            all.add(id);
            for (String name : all) {
                String other = names.put(plain(name), id);
                if (other != null && !other.equals(id)) {
                    throw row.bad("names", "each name once, '" + name + "' is also of " + other);
                }
            }
        }
    }

    private static Kind kind(CsvRow row) {
        for (Kind kind : Kind.values()) {
            if (kind.word.equals(row.required("kind"))) {
                return kind;
            }
        }
        throw row.bad("kind", "a kind of thing that has names, for example hardware");
    }

    /** The id of what a text names, or empty when it is not known. */
    public Optional<String> find(Kind kind, String text) {
        Map<String, String> names = idByName.getOrDefault(kind, Map.of());
        String left = plain(text);
        while (!left.isEmpty()) {
            String id = names.get(left);
            if (id != null) {
                return Optional.of(id);
            }
            left = left.substring(0, Math.max(left.lastIndexOf(' '), 0));
        }
        return Optional.empty();
    }

    private static String plain(String name) {
        String words = NOT_A_WORD.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ");
        String plain = NOT_A_WORD
                .matcher(MAKER.matcher(words).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return plain.isEmpty() ? words.strip() : plain;
    }
}
