package dev.sillage.ingestion.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to each operation under /v1 of the OpenAPI document the credential and the answers that all of them share. */
@OpenApiFilter(OpenApiFilter.RunStage.RUNTIME_STARTUP)
public final class CommonAnswers implements OASFilter {
    private static final String SCHEME = "credential";
    private static final String GUARDED = "/v1/";
    private static final String DEAD_LETTERS = "/v1/dead-letters";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Components components = document.getComponents();
        components.addSecurityScheme(
                SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A key that access/keys made, or a token of the OpenID Connect issuer that the"
                                + " service trusts. On one machine, without credentials, none is asked for."));
        Map<String, APIResponse> answers = Map.of(
                "401", answer("No valid credential; see /problems/unauthenticated"),
                "403", answer("The credential lacks the scope that is needed; see /problems/forbidden"),
                "429",
                        withRetryAfter(
                                answer(
                                        "Too many events in a short time, or for this day; see /problems/rate-limited and"
                                                + " /problems/quota-exceeded. RateLimit-Policy and RateLimit tell what is left.")),
                "503",
                        withRetryAfter(answer(
                                "Not everything could be stored; the whole request may be repeated, what is sent twice"
                                        + " counts once")));
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith(GUARDED)) {
                boolean stores = !path.startsWith(DEAD_LETTERS) && item.getPOST() != null;
                Set<String> wanted = stores ? answers.keySet() : Set.of("401", "403");
                item.getOperations().values().forEach(operation -> complete(operation, wanted, answers));
            }
        });
    }

    private static void complete(Operation operation, Set<String> wanted, Map<String, APIResponse> answers) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SCHEME));
        APIResponses responses = operation.getResponses();
        wanted.stream()
                .filter(status -> !responses.hasAPIResponse(status))
                .sorted()
                .forEach(status -> responses.addAPIResponse(status, answers.get(status)));
    }

    private static APIResponse answer(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemType.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().addType(SchemaType.OBJECT))));
    }

    private static APIResponse withRetryAfter(APIResponse answer) {
        return answer.addHeader(
                "Retry-After",
                OASFactory.createHeader()
                        .description("Seconds after which repeating helps")
                        .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)));
    }
}
