package dev.sillage.calculation.estimate;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Footprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole estimate as lines for people: what was computed by what, the figures, how well it is known, each step. */
final class EstimateText {
    private final Language language;

    EstimateText(Language language) {
        this.language = language;
    }

    String of(
            ActivityKind kind,
            Explanation explanation,
            String factorSet,
            List<String> warnings,
            SoftwareCarbonIntensity sci,
            boolean withSteps) {
        Footprint footprint = explanation.footprint();
        List<String> lines = new ArrayList<>();
        lines.add(title(kind, footprint, factorSet));
        footprint
                .figures()
                .forEach((criterion, range) -> lines.add("- " + language.of(CriterionWords.of(criterion)) + colon()
                        + StepText.result(range, criterion.unit(), language)));
        lines.add(perUnit(sci));
        lines.add(language.of("How well it is known: ", "Qualité de la connaissance : ")
                + language.of(CriterionWords.of(footprint.tier())));
        warnings.forEach(
                warning -> lines.add(language.of("Note: ", "Remarque : ") + WarningWords.of(warning, language)));
        if (withSteps) {
            lines.add(language.of("Step by step:", "Pas à pas :"));
            int number = 0;
            for (Explanation.Step step : explanation.steps()) {
                number++;
                lines.add(number + ". " + StepText.of(step, language));
                String sources = sources(step);
                if (!sources.isEmpty()) {
                    lines.add("   " + sources);
                }
            }
        }
        return String.join("\n", lines);
    }

    private String title(ActivityKind kind, Footprint footprint, String factorSet) {
        String what = Stream.of(footprint.provider(), footprint.model(), footprint.zone())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return kind.wireName()
                + (what.isEmpty() ? "" : " (" + what + ")")
                + language.of(", computed by ", ", calculé selon ")
                + footprint.methodology()
                + language.of(" with the factors ", " avec les facteurs ")
                + factorSet;
    }

    private String perUnit(SoftwareCarbonIntensity sci) {
        SoftwareCarbonIntensity.PerUnit perUnit = sci.kgCo2ePerUnit();
        String name = language.of("- Software carbon intensity (SCI)", "- Intensité carbone du logiciel (SCI)");
        if (perUnit == null) {
            return name
                    + colon()
                    + language.of("none, ", "aucune, ")
                    + WarningWords.of(Objects.requireNonNullElse(sci.absent(), ""), language);
        }
        return name + colon() + Numbers.text(perUnit.central().doubleValue(), language) + " kgCO2e "
                + language.of("per ", "par ") + sci.unit() + " ("
                + Numbers.text(perUnit.low().doubleValue(), language)
                + language.of(" to ", " à ") + Numbers.text(perUnit.high().doubleValue(), language) + ")";
    }

    private String sources(Explanation.Step step) {
        return step.factors().stream()
                .map(factor -> factor.symbol() + colon() + factor.key() + part(", ", factor.zone()) + " — "
                        + factor.source() + part(", ", factor.year()) + part(", ", factor.licence())
                        + part(language.of(", quality ", ", qualité "), factor.quality()))
                .collect(Collectors.joining("; "));
    }

    private static String part(String before, @Nullable String text) {
        return text == null ? "" : before + text;
    }

    private String colon() {
        return language.of(": ", " : ");
    }
}
