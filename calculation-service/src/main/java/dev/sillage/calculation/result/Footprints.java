package dev.sillage.calculation.result;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityWarning;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.own.OwnFactors;
import dev.sillage.calculation.read.ReadActivity;
import dev.sillage.calculation.setup.DefaultMethodologies;
import dev.sillage.footprint.ActivityData;
import dev.sillage.footprint.FootprintEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes the footprint of an activity. The same activity gives the same event each time, by the same methodology,
 * catalogue and own factors.
 */
@Singleton
public class Footprints {
    private final DefaultMethodologies methodologies;
    private final Reading reading;
    private final OwnFactors ownFactors;
    private final Regions regions;

    public Footprints(
            DefaultMethodologies methodologies, Reading reading, OwnFactors ownFactors, FactorCatalogue catalogue) {
        this.methodologies = methodologies;
        this.reading = reading;
        this.ownFactors = ownFactors;
        this.regions = new Regions(catalogue);
    }

    /**
     * The footprint.
     *
     * @param own what the tenant of the activity set
     * @param asked the methodology that is wanted; null for the one of the kind
     * @throws RefusedException when there is none
     */
    public FootprintEvent of(Attributes attributes, Given given, Overrides own, @Nullable Methodology asked)
            throws RefusedException {
        Methodology methodology = methodology(attributes.kind(), asked);
        ReadActivity read = reading.activity(attributes.kind(), given);
        return RefusedException.unless(() -> {
            Footprint footprint = methodology.footprint(read.activity(), new Circumstances(attributes.time(), own));
            return event(attributes, read, footprint, own, SenderData.of(given.data()));
        });
    }

    private Methodology methodology(ActivityKind kind, @Nullable Methodology asked) throws RefusedException {
        Optional<Methodology> found = asked == null
                ? methodologies.of(kind)
                : Optional.of(asked).filter(methodology -> methodology.kinds().contains(kind));
        return found.orElseThrow(() -> new RefusedException(
                RefusalReason.KIND_NOT_COMPUTED,
                (asked == null ? "no methodology computes " : "the methodology does not compute ") + kind.wireName()));
    }

    private FootprintEvent event(
            Attributes attributes, ReadActivity read, Footprint footprint, Overrides own, @Nullable String data) {
        return new FootprintEvent(
                attributes.activity(),
                attributes.kind().wireName(),
                attributes.time(),
                attributes.acceptedAt(),
                attributes.subject(),
                read.labels(),
                footprint.provider(),
                footprint.model(),
                footprint.zone(),
                regions.of(read.activity()),
                footprint.published(),
                footprint.methodology(),
                ownFactors.factorSet(own),
                footprint.tier(),
                warnings(footprint, attributes, data == null),
                footprint.functionalUnit(),
                data);
    }

    private static List<String> warnings(Footprint footprint, Attributes attributes, boolean dataNotKept) {
        List<String> all = new ArrayList<>(footprint.warnings());
        for (ActivityWarning warning : attributes.warnings()) {
            if (!warning.isShownByData() && !all.contains(warning.code())) {
                all.add(warning.code());
            }
        }
        return dataNotKept ? withNotKept(all) : all;
    }

    static List<String> withNotKept(List<String> warnings) {
        List<String> all = new ArrayList<>(warnings);
        all.add(ActivityData.NOT_KEPT);
        return all;
    }
}
