package dev.sillage.calculation.model;

import dev.sillage.activity.Activity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.FactorView;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A methodology whose kinds are computed by sheets. */
public final class SheetMethodology implements Methodology {
    private final String id;
    private final String description;
    private final String source;
    private final FactorCatalogue catalogue;
    private final Map<ActivityKind, KindModel<?>> models = new EnumMap<>(ActivityKind.class);

    /**
     * A methodology.
     *
     * @param id it never changes its meaning
     * @param description whose method it is and what it covers
     * @param source where it is published
     * @param models one for each kind
     */
    public SheetMethodology(
            String id, String description, String source, FactorCatalogue catalogue, List<KindModel<?>> models) {
        this.id = id;
        this.description = description;
        this.source = source;
        this.catalogue = catalogue;
        models.forEach(model -> this.models.put(model.kind(), model));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Set<ActivityKind> kinds() {
        return Collections.unmodifiableSet(models.keySet());
    }

    @Override
    public Footprint footprint(Activity activity, Circumstances circumstances) throws NotComputableException {
        Case resolved = resolve(activity, circumstances);
        return resolved.plan().footprint(id, resolved);
    }

    @Override
    public Explanation explain(Activity activity, Circumstances circumstances) throws NotComputableException {
        Case resolved = resolve(activity, circumstances);
        return new Explanation(
                resolved.plan().footprint(id, resolved), resolved.plan().plan().explain(resolved.quantities()));
    }

    @Override
    public Optional<SheetUse> sheet(Activity activity, Circumstances circumstances) throws NotComputableException {
        return Optional.of(SheetUse.of(resolve(activity, circumstances)));
    }

    private Case resolve(Activity activity, Circumstances circumstances) throws NotComputableException {
        @Nullable KindModel<?> model = models.get(activity.kind());
        if (model == null) {
            throw new NotComputableException(
                    "kind-not-computed",
                    id + " does not compute " + activity.kind().wireName());
        }
        return model.resolveAny(activity, new FactorView(catalogue, circumstances.overrides(), circumstances.time()));
    }
}
