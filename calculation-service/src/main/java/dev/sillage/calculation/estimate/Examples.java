package dev.sillage.calculation.estimate;

/** Requests that the API description shows; a test sends each of them. */
final class Examples {
    static final String LLM_INFERENCE = """
            {"kind": "llm-inference",
             "data": {"provider": "openai", "model": "gpt-4o", "inputTokens": 900, "outputTokens": 400}}""";

    static final String VIDEO_STREAMING = """
            {"kind": "video-streaming",
             "data": {"seconds": 3600, "quality": "HD", "device": "laptop", "network": "fixed", "country": "FRA"}}""";

    static final String VIDEO_CALL = """
            {"kind": "video-call",
             "data": {"seconds": 1800, "participants": 4, "mode": "HD", "device": "laptop", "network": "fixed"}}""";

    static final String EMAIL = """
            {"kind": "email", "data": {"bytes": 75000, "recipients": 3, "country": "DEU"}}""";

    static final String ARRAY = """
            [{"type": "dev.sillage.activity.llm-inference.v1", "time": "2026-11-23T10:15:30Z",
              "methodology": "ecologits-2026-03",
              "data": {"provider": "mistralai", "model": "mistral-large-latest", "inputTokens": 900,
                       "outputTokens": 400}},
             {"kind": "email", "data": {"bytes": 75000}}]""";

    private Examples() {}
}
