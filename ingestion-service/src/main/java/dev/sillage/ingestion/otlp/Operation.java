package dev.sillage.ingestion.otlp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a span says was done, and whether a model computed for it. */
public enum Operation {
    GENERATION("chat", "text_completion", "generate_content", "completion"),
    EMBEDDING("embeddings", "embedding"),
    /** Done around calls to models; any usage on such a span repeats that of the calls, which have spans of their own. */
    NOT_COUNTED("create_agent", "invoke_agent", "invoke_workflow", "execute_tool", "retrieval", "plan"),
    UNKNOWN;

    private static final String MEMORY = "memory";

    private static final Map<String, Operation> BY_NAME = new HashMap<>();

    static {
        Arrays.stream(values()).forEach(operation -> operation.names.forEach(name -> BY_NAME.put(name, operation)));
    }

    private final List<String> names;

    Operation(String... names) {
        this.names = List.of(names);
    }

    /** The operation of that name in any case; all that have to do with memory are {@link #NOT_COUNTED}. */
    public static Operation of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains(MEMORY) ? NOT_COUNTED : BY_NAME.getOrDefault(lower, UNKNOWN);
    }
}
