package dev.sillage.calculation.model.segment;

import dev.sillage.activity.Activity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Email;
import dev.sillage.activity.VideoCall;
import dev.sillage.activity.VideoStreaming;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.Range;
import dev.sillage.footprint.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code sillage-2026.1}: our own method for video streaming, video calls and mail. The formulas stand in
 * {@link VideoUse} and {@link MailUse}. Where published methods differ, these choices were made:
 *
 * <ul>
 *   <li>Low and high are all low and all high factors; nothing is assumed about how they vary together. They are a
 *       plausible range, not a confidence interval.
 *   <li>All segments use the grid of the user's country, the data centre too, whose place is not known.
 *   <li>Network energy is per GB (conventional model), because it is what the sources agree on; the home router is by
 *       time, 5 W for each hour in front of a device on a fixed line, for mail as well as for video.
 *   <li>Embodied shares are never multiplied by the grid. The home router's is in no source and left out.
 *   <li>The data centre's 1.947 Wh/GB is facility energy, so no PUE is put on top.
 *   <li>Device power and embodied: ADEME central; other published figures as low and high.
 *   <li>Calls: Zoom's bitrates as low and central, ADEME's as high, which reuses those of films. HD means 720 lines:
 *       one to one as low, a group as central.
 *   <li>Mail: the formula of ADEME, with the device mix scaled to sum to one (it sums to 1.01 there), one year of
 *       storage instead of ten, and storage by power and embodied per TB instead of by drive.
 *   <li>No data, hence absent and in the warnings: market-based greenhouse gases, water on site (the data centre's
 *       WUE is not known), primary energy and metals; water off site where the country has no figure.
 * </ul>
 */
public final class SegmentMethodology implements Methodology {
    private static final Set<ActivityKind> KINDS =
            Set.of(ActivityKind.VIDEO_STREAMING, ActivityKind.VIDEO_CALL, ActivityKind.EMAIL);

    private final VideoModel video;
    private final MailModel mail;

    private SegmentMethodology(FactorCatalogue catalogue) {
        Devices devices = new Devices(catalogue);
        Places places = new Places(catalogue);
        this.video = new VideoModel(catalogue, devices, places);
        this.mail = new MailModel(catalogue, devices, places);
    }

    /** {@code sillage-2026.1} with the constants of that factor set. */
    public static SegmentMethodology sillage2026(FactorCatalogue catalogue) {
        return new SegmentMethodology(catalogue);
    }

    @Override
    public String id() {
        return "sillage-2026.1";
    }

    @Override
    public String description() {
        return "Our own method for digital life: device, network, router and data centre, use and hardware apart.";
    }

    @Override
    public String source() {
        return "Sillage, from ADEME, Arcep, Carbon Trust, Scope3 and Ember; each factor names its own source";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return KINDS;
    }

    @Override
    public Footprint footprint(Activity activity, Circumstances circumstances) throws NotComputableException {
        return footprint(use(activity));
    }

    @Override
    public Explanation explain(Activity activity, Circumstances circumstances) throws NotComputableException {
        Use use = use(activity);
        List<Step> steps = new ArrayList<>(use.steps());
        steps.addAll(TotalSteps.of(use));
        return new Explanation(footprint(use), steps);
    }

    private Use use(Activity activity) throws NotComputableException {
        if (activity instanceof VideoStreaming streaming) {
            return video.use(streaming);
        }
        if (activity instanceof VideoCall call) {
            return video.use(call);
        }
        if (activity instanceof Email email) {
            return mail.use(email);
        }
        throw new NotComputableException(
                "kind-not-computed",
                id() + " does not compute " + activity.kind().wireName());
    }

    private Footprint footprint(Use use) {
        Map<Criterion, Range> figures = use.segments().figures(use.place());
        List<String> warnings = new ArrayList<>(use.assumptions().warnings());
        if (use.segments().energyKwh().high() == 0) {
            warnings.add("zero-energy");
        }
        for (Criterion criterion : Criterion.values()) {
            if (!figures.containsKey(criterion)) {
                warnings.add("no-data:" + criterion.wireName());
            }
        }
        return new Footprint(
                id(), null, null, use.place().zone(), figures, use.assumptions().tier(), warnings, null);
    }
}
