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

    static final String EMBEDDING = """
            {"kind": "embedding", "data": {"provider": "openai", "model": "text-embedding-3-small", "inputTokens": 12000}}""";

    static final String IMAGE_GENERATION = """
            {"kind": "image-generation",
             "data": {"provider": "openai", "model": "gpt-image-1", "images": 2, "width": 1024, "height": 1024}}""";

    static final String VIDEO_GENERATION = """
            {"kind": "video-generation",
             "data": {"provider": "openai", "model": "sora-2", "seconds": 8, "resolution": "720p"}}""";

    static final String MODEL_TRAINING = """
            {"kind": "model-training",
             "data": {"hardware": "NVIDIA A100-SXM4-80GB", "gpuHours": 5000, "zone": "FRA", "purpose": "fine-tuning"}}""";

    static final String COMPUTE = """
            {"kind": "compute",
             "data": {"provider": "aws", "region": "eu-west-3", "vcpuHours": 720, "memoryGbHours": 2880}}""";

    static final String STORAGE = """
            {"kind": "storage", "data": {"gigabytes": 0.004, "hours": 8766, "medium": "ssd", "content": "photos"}}""";

    static final String DATA_TRANSFER = """
            {"kind": "data-transfer", "data": {"bytes": 2000000000, "network": "fixed", "country": "FRA"}}""";

    static final String SOCIAL_FEED = """
            {"kind": "social-feed",
             "data": {"seconds": 1200, "app": "tiktok", "device": "smartphone", "network": "mobile", "country": "FRA"}}""";

    static final String WEB_PAGE = """
            {"kind": "web-page", "data": {"bytes": 2500000, "visits": 1000}}""";

    static final String WEB_SEARCH = """
            {"kind": "web-search", "data": {"count": 20, "country": "FRA"}}""";

    static final String DEVICE_USE = """
            {"kind": "device-use", "data": {"device": "laptop", "hours": 8, "country": "FRA"}}""";

    /** What if it ran elsewhere, on another model, or in a better data centre. */
    static final String AVOIDANCE = """
            {"kind": "avoidance", "data": {"lever": "energy-management", "referenceQuantity": 12000,
            "solutionQuantity": 10500, "unit": "kWh", "reference": "2025, by heating degree days",
            "evidence": "main meter", "rebound": "none observed", "tier": "2", "country": "FR",
            "firstOrderKgCo2e": 14}}""";

    static final String WHAT_IF = """
            {"kind": "llm-inference",
             "data": {"provider": "openai", "model": "gpt-4o", "inputTokens": 900, "outputTokens": 400},
             "methodologies": ["ecologits-2026-09", "ecologits-2026-03"],
             "scenarios": [
               {"name": "in Sweden", "with": {"zone": "SWE"}},
               {"name": "a smaller model", "with": {"model": "gpt-4o-mini"}},
               {"name": "a cleaner grid", "with": {"factors": {"ecologits.mix.gwp": 0.03}}}]}""";

    static final String ARRAY = """
            [{"type": "dev.sillage.activity.llm-inference.v1", "time": "2026-11-23T10:15:30Z",
              "methodology": "ecologits-2026-03",
              "data": {"provider": "mistralai", "model": "mistral-large-latest", "inputTokens": 900,
                       "outputTokens": 400}},
             {"kind": "email", "data": {"bytes": 75000}}]""";

    private Examples() {}
}
