package dev.sillage.calculation.model;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.ademe.Ademe;
import dev.sillage.calculation.model.ai.EcologitsVideo;
import dev.sillage.calculation.model.ccf.Ccf;
import dev.sillage.calculation.model.ecologits.Ecologits;
import dev.sillage.calculation.model.swd.SustainableWebDesign;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All methods over one factor set, and which of them answers when nobody asks for one. */
public final class Methodologies {
    private final Map<String, Methodology> byId = new LinkedHashMap<>();
    private final Map<ActivityKind, Methodology> defaults = new EnumMap<>(ActivityKind.class);

    private Methodologies(Methodology ours, List<Methodology> references) {
        ours.kinds().forEach(kind -> defaults.put(kind, ours));
        add(ours);
        references.forEach(this::add);
    }

    private void add(Methodology method) {
        byId.put(method.id(), method);
    }

    /** All methods, with the constants of that factor set. */
    public static Methodologies of(FactorCatalogue catalogue) {
        return new Methodologies(
                Sillage2026.methodology(catalogue),
                List.of(
                        Ecologits.september2026(catalogue),
                        Ecologits.march2026(catalogue),
                        EcologitsVideo.methodology(catalogue),
                        SustainableWebDesign.methodology(catalogue),
                        Ademe.methodology(catalogue),
                        Ccf.methodology(catalogue)));
    }

    /** Defaults first. */
    public List<Methodology> all() {
        return List.copyOf(byId.values());
    }

    /** The method of that id, or empty for an id that is not known. */
    public Optional<Methodology> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The method for that kind unless told otherwise, or empty for a kind that no method computes yet. */
    public Optional<Methodology> defaultFor(ActivityKind kind) {
        return Optional.ofNullable(defaults.get(kind));
    }
}
