package dev.sillage.reporting.label;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service with three labels that are dimensions. */
public final class Labelled implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("sillage.reporting.groupable-labels", "cost-center,customer,session");
    }
}
