package dev.sillage.calculation.model.language;

import dev.sillage.calculation.factor.ModelEntry;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the model within a name that somebody gave to a deployment, such as {@code my-gpt-4o-prod}. A wrong model is
 * worse than a class, so a name that has any further word that may mean another model is not found.
 */
final class Deployments {
    /** Below that a name is too short to be found by chance within another. */
    private static final int SHORTEST = 4;

    /** Words that tell one model of a family from another. */
    private static final Set<String> MEANING = Set.of(
            "mini",
            "nano",
            "micro",
            "lite",
            "tiny",
            "small",
            "medium",
            "large",
            "big",
            "max",
            "ultra",
            "pro",
            "plus",
            "turbo",
            "flash",
            "opus",
            "sonnet",
            "haiku",
            "instruct",
            "chat",
            "vision",
            "audio",
            "realtime",
            "tts",
            "transcribe",
            "image",
            "embed",
            "embedding",
            "embeddings",
            "codex",
            "search",
            "research",
            "reasoning",
            "thinking",
            "distill",
            "distilled",
            "base",
            "guard",
            "oss",
            "moe",
            "customtools",
            "pixtral",
            "coder");

    private final List<Listed> listed;

    private record Listed(String name, List<String> words, ModelEntry entry) {}

    Deployments(List<ModelEntry> entries) {
        listed = entries.stream()
                .flatMap(entry -> names(entry).stream())
                .filter(found -> found.name().length() >= SHORTEST)
                // Longest first, so that gpt-4o-mini is tried before gpt-4o.
                .sorted((one, other) ->
                        Integer.compare(other.name().length(), one.name().length()))
                .toList();
    }

    private static List<Listed> names(ModelEntry entry) {
        List<String> names = new java.util.ArrayList<>(entry.aliases());
        names.add(entry.id());
        return names.stream()
                .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .map(name -> new Listed(name, words(name), entry))
                .toList();
    }

    /** The model whose whole name stands in the candidate, with nothing beside it that may mean another model. */
    Optional<ModelEntry> find(String candidate) {
        List<String> words = words(candidate);
        for (Listed model : listed) {
            int start = Collections.indexOfSubList(words, model.words());
            if (start >= 0) {
                return isNeutral(words, start, model.words().size()) && isOnly(model)
                        ? Optional.of(model.entry())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isOnly(Listed model) {
        return listed.stream()
                .filter(other -> other.name().equals(model.name()))
                .allMatch(other -> other.entry().equals(model.entry()));
    }

    private static boolean isNeutral(List<String> words, int start, int length) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean outside = i < start || i >= start + length;
            boolean next = i == start + length || i == start - 1;
            if (outside && (MEANING.contains(word) || (next && Character.isDigit(word.charAt(0))) || isSize(word))) {
                return false;
            }
        }
        return true;
    }

    /** {@code 70b}, {@code 128k}, {@code 8x7b}. */
    private static boolean isSize(String word) {
        return word.matches("\\d+(?:[x.]\\d+)*[bkm]|[ae]\\d+b");
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.split("[-_ :]+", 0))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
