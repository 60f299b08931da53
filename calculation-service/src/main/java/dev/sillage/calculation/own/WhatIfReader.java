package dev.sillage.calculation.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.FactorForm;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.problem.ProblemsException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the factors that a request sets for itself: an object whose names are {@code key} or {@code key/zone} and whose
 * values are a number in the catalogue's unit, or {@code {central, low?, high?, unit?}}.
 */
@Singleton
public class WhatIfReader {
    private static final Set<String> MEMBERS = Set.of("central", "low", "high", "unit");
    private static final String SOURCE = "set in this request";
    private static final int MAX_FACTORS = 50;

    private final FactorCatalogue catalogue;
    private final OwnFactorForms forms;

    WhatIfReader(FactorCatalogue catalogue, OwnFactorForms forms) {
        this.catalogue = catalogue;
        this.forms = forms;
    }

    private record Name(FactorForm form, @Nullable String zone) {}

    /**
     * Reads the factors.
     *
     * @param pointer JSON pointer of the object in the request
     * @throws ProblemsException with all that is wrong
     */
    public WhatIf read(JsonNode factors, String pointer) throws ProblemsException {
        if (!factors.isObject() || factors.size() > MAX_FACTORS) {
            throw new ProblemsException(
                    ProblemType.WRONG_TYPE,
                    "must be an object of at most " + MAX_FACTORS + " factors by key or key/zone",
                    pointer);
        }
        List<Problem> problems = new ArrayList<>();
        Map<OwnFactor.Slot, Factor> read = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : factors.properties()) {
            String place = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            OwnFactor factor = read(field.getKey(), field.getValue(), place, problems);
            if (factor != null) {
                read.put(factor.id().slot(), factor.asFactor());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new WhatIf(read);
    }

    private @Nullable OwnFactor read(String text, JsonNode value, String pointer, List<Problem> problems) {
        Name name = name(text).orElse(null);
        if (name == null) {
            problems.add(Problem.of(
                    ProblemType.UNKNOWN_OVERRIDE,
                    "must be a key of GET /v1/factors, or a key, a slash and a zone that the factor may have",
                    pointer));
            return null;
        }
        JsonNode object = value.isNumber() ? central(value) : value;
        List<Problem> ofThis = new ArrayList<>();
        Members members = new Members(object, pointer, ofThis);
        members.allow(MEMBERS);
        OwnFactor factor = null;
        if (object.isObject()) {
            String told = members.text("unit");
            String unit = told == null ? name.form().unit() : told;
            factor = forms.read(members, name.form(), name.zone(), "central", unit, SOURCE);
        }
        // A number stands for itself: there is no member "central" that a pointer could name.
        ofThis.forEach(problem -> problems.add(
                value.isNumber()
                        ? new Problem(problem.type(), problem.title(), problem.status(), problem.detail(), pointer)
                        : problem));
        return factor;
    }

    private static ObjectNode central(JsonNode value) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set("central", value);
        return object;
    }

    /** A key may have slashes itself, so the whole text is tried first. */
    private Optional<Name> name(String text) {
        Optional<Name> whole = catalogue.form(text).map(form -> new Name(form, null));
        int slash = text.lastIndexOf('/');
        return whole.isPresent() || slash < 0
                ? whole
                : catalogue.form(text.substring(0, slash)).flatMap(form -> forms.zone(form, text.substring(slash + 1))
                        .map(zone -> new Name(form, zone)));
    }
}
