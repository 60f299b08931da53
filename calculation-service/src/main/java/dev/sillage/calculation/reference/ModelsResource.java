package dev.sillage.calculation.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.ModelClass;
import dev.sillage.calculation.factor.ModelEntry;
import dev.sillage.calculation.factor.Provider;
import dev.sillage.calculation.model.language.ModelResolution;
import dev.sillage.calculation.model.language.ModelResolver;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/models}: which language models are known, and what any name is taken for. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Factors and methodologies")
public class ModelsResource {
    private static final int MAX_LENGTH = 200;

    private final FactorCatalogue factors;
    private final ModelResolver resolver;

    ModelsResource(FactorCatalogue factors) {
        this.factors = factors;
        this.resolver = ModelResolver.of(factors);
    }

    /**
     * The registry, or what one name was taken for.
     *
     * @param factorSet version and digest of the factor set
     * @param match what the name was taken for, when one was asked for
     * @param total how many models fit
     * @param offset how many of them come before this part
     * @param models the part
     * @param classes what models that are not in the registry are taken for, in the order in which they are tried
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ModelsPage(
            String factorSet,
            @Nullable MatchView match,
            int total,
            int offset,
            List<ModelView> models,
            List<ClassView> classes) {}

    /**
     * What a name was taken for.
     *
     * @param name as asked
     * @param model the model of the registry, or the name itself
     * @param way how it was found: id, alias, suffix, deployment, class, unknown or missing
     * @param candidates the names that were looked for, in order
     * @param tier how well it is known: registry, class or unknown
     * @param key what the keys of its factors begin with
     * @param warnings what results with it carry
     * @param factors its figures
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MatchView(
            String name,
            @Nullable String model,
            String way,
            List<String> candidates,
            String tier,
            String key,
            List<String> warnings,
            List<FactorView> factors) {}

    /** A model of the registry; parameters are in billions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ModelView(
            String provider,
            String model,
            List<String> aliases,
            String architecture,
            double totalParametersLow,
            double totalParametersHigh,
            double activeParametersLow,
            double activeParametersHigh,
            @Nullable Double tokensPerSecond,
            @Nullable Double timeToFirstTokenSeconds,
            List<String> warnings,
            String source,
            @Nullable String licence) {

        static ModelView of(ModelEntry entry) {
            return new ModelView(
                    entry.provider(),
                    entry.id(),
                    entry.aliases(),
                    entry.architecture(),
                    entry.totalParametersLow(),
                    entry.totalParametersHigh(),
                    entry.activeParametersLow(),
                    entry.activeParametersHigh(),
                    entry.tokensPerSecond(),
                    entry.timeToFirstTokenSeconds(),
                    entry.warnings(),
                    entry.source(),
                    entry.licence());
        }
    }

    /** A class of models; the first whose pattern is found in the lower-case name counts. Parameters in billions. */
    public record ClassView(
            String name,
            String pattern,
            double totalParametersLow,
            double totalParametersHigh,
            double activeParametersLow,
            double activeParametersHigh) {

        static ClassView of(ModelClass modelClass) {
            return new ClassView(
                    modelClass.name(),
                    modelClass.pattern().pattern(),
                    modelClass.totalParametersLow(),
                    modelClass.totalParametersHigh(),
                    modelClass.activeParametersLow(),
                    modelClass.activeParametersHigh());
        }
    }

    /** The registry, or what one name is taken for. */
    @GET
    @Operation(
            summary = "List language models, or resolve a name",
            description =
                    "With name, tells which model of the registry the name is taken for, or which class, and which"
                            + " warnings results with it carry.")
    public ModelsPage list(
            @Parameter(description = "Provider", example = "openai") @QueryParam("provider") @Nullable String provider,
            @Parameter(description = "Any spelling of a model's name", example = "gpt-4o-2024-08-06")
                    @QueryParam("name")
                    @Nullable
                    String name,
            @QueryParam("limit") @DefaultValue("100") String limit,
            @QueryParam("offset") @DefaultValue("0") String offset) {
        Window window = Window.of(offset, limit);
        if (name != null && (name.isBlank() || name.length() > MAX_LENGTH)) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "the query parameter name must have 1 to " + MAX_LENGTH + " characters",
                            null)
                    .asAnswer();
        }
        MatchView match = name == null ? null : match(provider, name);
        List<ModelEntry> fitting = factors.models().entries().stream()
                .filter(entry -> match == null || entry.key().equals(match.key()))
                .filter(entry -> provider == null || match != null || isOf(provider, entry))
                .toList();
        return new ModelsPage(
                factors.version(),
                match,
                fitting.size(),
                window.offset(),
                window.of(fitting).stream().map(ModelView::of).toList(),
                factors.modelClasses().stream()
                        .filter(modelClass -> match == null || modelClass.key().equals(match.key()))
                        .map(ClassView::of)
                        .toList());
    }

    private boolean isOf(String provider, ModelEntry entry) {
        String listedAt = factors.providers()
                .find(provider)
                .map(found -> found.modelsOf())
                .orElse(provider);
        return entry.provider().equals(listedAt);
    }

    private MatchView match(@Nullable String provider, String name) {
        String listedAt = provider == null
                ? null
                : factors.providers().find(provider).map(Provider::modelsOf).orElse(null);
        ModelResolution found = resolver.resolve(listedAt, name);
        List<FactorView> figures = Stream.of(".parameters.total", ".parameters.active", ".throughput", ".ttft")
                .flatMap(figure -> factors.find(found.key() + figure).stream())
                .map(FactorView::of)
                .toList();
        return new MatchView(
                name,
                found.name(),
                found.way().name().toLowerCase(Locale.ROOT),
                found.candidates(),
                found.tier().name().toLowerCase(Locale.ROOT),
                found.key(),
                found.warnings(),
                figures);
    }
}
