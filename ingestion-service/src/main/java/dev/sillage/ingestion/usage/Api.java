package dev.sillage.ingestion.usage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where each API writes what. Member names from the providers' SDKs of summer 2026; several names are those of different
 * calls of one API, of which a response has one.
 */
enum Api {
    /** Chat completions, responses, embeddings and images. Input includes cached, output includes reasoning. */
    OPENAI(
            "openai",
            false,
            of(Part.ID, "id"),
            of(Part.MODEL, "model"),
            of(Part.TIME, "created", "created_at"),
            of(Part.OBJECT, "object"),
            of(Part.RESULTS, "data"),
            of(Part.INPUT, "usage.prompt_tokens", "usage.input_tokens"),
            of(
                    Part.CACHE_READ,
                    "usage.prompt_tokens_details.cached_tokens",
                    "usage.input_tokens_details.cached_tokens"),
            of(
                    Part.CACHE_CREATION,
                    "usage.prompt_tokens_details.cache_write_tokens",
                    "usage.input_tokens_details.cache_write_tokens"),
            of(Part.IMAGE_INPUT, "usage.prompt_tokens_details.image_tokens", "usage.input_tokens_details.image_tokens"),
            of(Part.AUDIO_INPUT, "usage.prompt_tokens_details.audio_tokens"),
            of(Part.OUTPUT, "usage.completion_tokens", "usage.output_tokens"),
            of(
                    Part.REASONING,
                    "usage.completion_tokens_details.reasoning_tokens",
                    "usage.output_tokens_details.reasoning_tokens"),
            of(Part.AUDIO_OUTPUT, "usage.completion_tokens_details.audio_tokens")),

    /** Messages. Input excludes cached tokens; output includes thinking. There is no time in a response. */
    ANTHROPIC(
            "anthropic",
            true,
            of(Part.ID, "id"),
            of(Part.MODEL, "model"),
            of(Part.INPUT, "usage.input_tokens"),
            of(Part.CACHE_READ, "usage.cache_read_input_tokens"),
            of(Part.CACHE_CREATION, "usage.cache_creation_input_tokens"),
            of(Part.OUTPUT, "usage.output_tokens"),
            of(Part.REASONING, "usage.output_tokens_details.thinking_tokens"),
            of(Part.PLACE, "usage.inference_geo")),

    /** Chat completions and embeddings. */
    MISTRAL(
            "mistralai",
            false,
            of(Part.ID, "id"),
            of(Part.MODEL, "model"),
            of(Part.TIME, "created"),
            of(Part.OBJECT, "object"),
            of(Part.INPUT, "usage.prompt_tokens"),
            of(Part.OUTPUT, "usage.completion_tokens")),

    /** Content generation. Input includes cached tokens and excludes the results of tools; output excludes thoughts. */
    GOOGLE(
            "google_genai",
            false,
            of(Part.ID, "responseId"),
            of(Part.MODEL, "modelVersion"),
            of(Part.TIME, "createTime"),
            of(Part.INPUT, "usageMetadata.promptTokenCount"),
            of(Part.FURTHER_INPUT, "usageMetadata.toolUsePromptTokenCount"),
            of(Part.CACHE_READ, "usageMetadata.cachedContentTokenCount"),
            of(Part.OUTPUT, "usageMetadata.candidatesTokenCount"),
            of(Part.FURTHER_OUTPUT, "usageMetadata.thoughtsTokenCount"),
            of(Part.REASONING, "usageMetadata.thoughtsTokenCount"));

    private final String provider;
    private final boolean inputExcludesCached;
    private final Map<String, List<Part>> partsByPath = new HashMap<>();

    private record Place(Part part, List<String> paths) {}

    Api(String provider, boolean inputExcludesCached, Place... places) {
        this.provider = provider;
        this.inputExcludesCached = inputExcludesCached;
        for (Place place : places) {
            for (String path : place.paths()) {
                partsByPath.merge(path, List.of(place.part()), Api::both);
                for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                    // A member on the way, to be gone into.
                    partsByPath.putIfAbsent(path.substring(0, dot), List.of());
                }
            }
        }
    }

    /** The API of that word in the address. */
    static Optional<Api> ofWord(String word) {
        return Arrays.stream(values())
                .filter(api -> api.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** The name under which it is reported. */
    String provider() {
        return provider;
    }

    /** CloudEvents source of what it returned. */
    String source() {
        return "urn:sillage:usage:" + provider;
    }

    boolean inputExcludesCached() {
        return inputExcludesCached;
    }

    /** What the member of that path means; nothing for one on the way to others; null when nobody reads it. */
    @Nullable
    List<Part> at(String path) {
        return partsByPath.get(path);
    }

    private static Place of(Part part, String... paths) {
        return new Place(part, List.of(paths));
    }

    private static List<Part> both(List<Part> known, List<Part> added) {
        return List.of(known.get(0), added.get(0));
    }
}
