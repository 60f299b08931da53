package dev.sillage.calculation.model.language;

import dev.sillage.calculation.factor.ModelClass;
import dev.sillage.calculation.factor.ModelEntry;
import dev.sillage.footprint.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a model stands for, and how that was found out.
 *
 * @param asked the name as the sender wrote it, or null when none was told
 * @param name the id in the registry; the name as it was asked when the registry has none
 * @param way how it was found
 * @param entry the model of the registry, or null when only its class is known
 * @param modelClass the class, or null when the model itself is known
 * @param tier how well it is known
 * @param warnings stable codes of what was assumed, those of the registry included
 * @param candidates the names that were looked for, in order, the one that was found last
 */
public record ModelResolution(
        @Nullable String asked,
        @Nullable String name,
        Way way,
        @Nullable ModelEntry entry,
        @Nullable ModelClass modelClass,
        Tier tier,
        List<String> warnings,
        List<String> candidates) {

    public ModelResolution {
        warnings = List.copyOf(warnings);
        candidates = List.copyOf(candidates);
        if ((entry == null) == (modelClass == null)) {
            throw new IllegalArgumentException("either the model or its class");
        }
    }

    /** How a model was found, the surest way first. */
    public enum Way {
        /** By its id. */
        ID(null),
        /** By another name of the very same model: an alias, a vendor before it, other punctuation. */
        ALIAS("model-alias"),
        /** Without a date, a version or a quantisation that the registry does not list. */
        SUFFIX("model-suffix-stripped"),
        /** By the id within a name that somebody gave to a deployment. */
        DEPLOYMENT("model-deployment-name"),
        /** By a pattern in its name: its size is that of similar models. */
        CLASS("model-class-fallback"),
        /** Not at all: any size is possible. */
        UNKNOWN("model-unknown"),
        /** No name was told: any size is possible. */
        MISSING("model-missing");

        private final @Nullable String warning;

        Way(@Nullable String warning) {
            this.warning = warning;
        }

        /** The stable code that results carry; null when there is nothing to say. */
        public @Nullable String warning() {
            return warning;
        }
    }

    /** What the keys of the model's factors begin with, for example {@code model.openai.gpt-4o}. */
    public String key() {
        if (entry != null) {
            return entry.key();
        }
        if (modelClass != null) {
            return modelClass.key();
        }
        throw new IllegalStateException("either the model or its class");
    }

    /** Whether the maker has published the size of this very model. */
    public boolean isArchitecturePublished() {
        return entry != null && !entry.warnings().contains("model-arch-not-released");
    }
}
