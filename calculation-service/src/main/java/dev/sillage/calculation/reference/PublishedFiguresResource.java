package dev.sillage.calculation.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.PublishedFigure;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/published-figures}: what others say, to be shown beside what is computed here. */
@Path("/v1/published-figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Factors and methodologies")
public class PublishedFiguresResource {
    private static final String USE =
            "never used as factor: each has its own boundary, accounting and vintage, and no count of tokens";

    private final FactorCatalogue factors;

    PublishedFiguresResource(FactorCatalogue factors) {
        this.factors = factors;
    }

    /**
     * A part of the figures.
     *
     * @param use that none of them is a factor, and why
     * @param total how many fit
     * @param offset how many of them come before this part
     * @param figures the part
     */
    public record Page(String use, int total, int offset, List<Figure> figures) {}

    /** A figure; what the publisher does not tell is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figure(
            String id,
            String publisher,
            String model,
            String task,
            String modality,
            String functionalUnit,
            @Nullable Double inputTokens,
            @Nullable Double outputTokens,
            @Nullable Double energyWhLow,
            @Nullable Double energyWh,
            @Nullable Double energyWhHigh,
            @Nullable Double ghgGrams,
            @Nullable Double waterMillilitres,
            @Nullable Double adpeMilligrams,
            String boundary,
            String accounting,
            String year,
            String evidence,
            String source) {

        static Figure of(PublishedFigure figure) {
            return new Figure(
                    figure.id(),
                    figure.publisher(),
                    figure.model(),
                    figure.task(),
                    figure.modality(),
                    figure.functionalUnit(),
                    figure.inputTokens(),
                    figure.outputTokens(),
                    figure.energyWhLow(),
                    figure.energyWh(),
                    figure.energyWhHigh(),
                    figure.ghgGrams(),
                    figure.waterMillilitres(),
                    figure.adpeMilligrams(),
                    figure.boundary(),
                    figure.accounting() == null ? "not stated" : figure.accounting(),
                    figure.year(),
                    figure.evidence(),
                    figure.source());
        }
    }

    /** The figures per task, of a model or modality when told. */
    @GET
    @Operation(
            summary = "List published figures",
            description = "What makers and researchers published per prompt, image, video or minute. Shown beside the"
                    + " computed figures, never used as factors.")
    public Page list(
            @Parameter(description = "Part of the model's name, in any case", example = "gpt-4o")
                    @QueryParam("model")
                    @Nullable
                    String model,
            @Parameter(description = "text, image, video, multimodal, image-in or social", example = "text")
                    @QueryParam("modality")
                    @Nullable
                    String modality,
            @QueryParam("limit") @DefaultValue("100") String limit,
            @QueryParam("offset") @DefaultValue("0") String offset) {
        Window window = Window.of(offset, limit);
        List<PublishedFigure> fitting = factors.published().figures().stream()
                .filter(figure -> model == null || has(figure.model(), model))
                .filter(figure -> modality == null || figure.modality().equals(modality))
                .toList();
        return new Page(
                USE,
                fitting.size(),
                window.offset(),
                window.of(fitting).stream().map(Figure::of).toList());
    }

    private static boolean has(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /** Trainings and everyday activities. */
    @GET
    @Path("totals")
    @Operation(summary = "List published totals", description = "Of trainings and of everyday activities.")
    public PublishedTotals totals() {
        return PublishedTotals.of(USE, factors.published());
    }
}
