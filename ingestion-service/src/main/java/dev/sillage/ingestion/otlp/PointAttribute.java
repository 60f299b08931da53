package dev.sillage.ingestion.otlp;

import java.util.List;

/** What the rules read of a data point; every other attribute only tells one series from another. */
enum PointAttribute implements Spelled {
    OPERATION("gen_ai.operation.name", "llm.request.type"),
    PROVIDER("gen_ai.provider.name", "gen_ai.system"),
    REQUEST_MODEL("gen_ai.request.model"),
    RESPONSE_MODEL("gen_ai.response.model"),
    TOKEN_TYPE("gen_ai.token.type"),
    MODALITY("gen_ai.token.modality"),
    CACHE("gen_ai.token.cache"),
    PHASE("gen_ai.token.phase"),
    ERROR("error.type");

    static final Spellings<PointAttribute> SPELLINGS = new Spellings<>(PointAttribute.class);

    private final List<String> names;

    PointAttribute(String... names) {
        this.names = List.of(names);
    }

    @Override
    public List<String> names() {
        return names;
    }
}
