package dev.sillage.ingestion.otlp;

import java.util.List;

/**
 * What the rules read of a span, and every spelling of it, the preferred one first: the semantic conventions for
 * generative AI up to 1.41 and what is announced after it, their older names, and those of OpenLLMetry. All else,
 * prompts and answers above all, is passed over unread.
 */
enum SpanAttribute implements Spelled {
    OPERATION("gen_ai.operation.name", "llm.request.type"),
    PROVIDER("gen_ai.provider.name", "gen_ai.system"),
    REQUEST_MODEL("gen_ai.request.model"),
    RESPONSE_MODEL("gen_ai.response.model"),
    OUTPUT_TYPE("gen_ai.output.type"),
    CHOICE_COUNT("gen_ai.request.choice.count"),
    INPUT_TOKENS("gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens"),
    OUTPUT_TOKENS("gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens"),
    TOTAL_TOKENS("llm.usage.total_tokens", "gen_ai.usage.total_tokens"),
    CACHE_READ("gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.cache_read_input_tokens"),
    CACHE_CREATION("gen_ai.usage.cache_creation.input_tokens", "gen_ai.usage.cache_creation_input_tokens"),
    REASONING("gen_ai.usage.reasoning.output_tokens", "gen_ai.usage.reasoning_tokens", "llm.usage.reasoning_tokens"),
    TEXT_INPUT("gen_ai.usage.text.input_tokens"),
    IMAGE_INPUT("gen_ai.usage.image.input_tokens"),
    AUDIO_INPUT("gen_ai.usage.audio.input_tokens"),
    VIDEO_INPUT("gen_ai.usage.video.input_tokens"),
    TEXT_OUTPUT("gen_ai.usage.text.output_tokens"),
    AUDIO_OUTPUT("gen_ai.usage.audio.output_tokens"),
    /** Not of generative AI alone: a span with nothing else of this list is no business of ours. */
    ERROR("error.type");

    static final Spellings<SpanAttribute> SPELLINGS = new Spellings<>(SpanAttribute.class);

    private final List<String> names;

    SpanAttribute(String... names) {
        this.names = List.of(names);
    }

    @Override
    public List<String> names() {
        return names;
    }
}
