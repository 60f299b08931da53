package dev.sillage.calculation.model.language;

import org.jspecify.annotations.Nullable;

/** Names of models that are those of resources of a cloud, and tell more than the model. */
public final class ResourceNames {
    private static final String BEDROCK = "arn:aws";
    private static final int PARTS = 5;
    private static final int REGION = 3;

    private ResourceNames() {}

    /** The region within the name of a resource of Amazon Bedrock: {@code arn:aws:bedrock:eu-west-3:…}; null without. */
    public static @Nullable String region(@Nullable String modelName) {
        if (modelName == null || !modelName.startsWith(BEDROCK)) {
            return null;
        }
        String[] parts = modelName.split(":", PARTS);
        return parts.length > REGION && !parts[REGION].isEmpty() ? parts[REGION] : null;
    }
}
