package dev.sillage.calculation.model;

import dev.sillage.activity.Activity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.model.sheet.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One published, versioned way to compute the footprint of some kinds of activity. Safe for use by many threads. */
public interface Methodology {

    /** The id that results carry, for example {@code ecologits-2026-09}. It never changes its meaning. */
    String id();

    /** One sentence: whose method it is and what it covers. */
    String description();

    /** Where it is published. */
    String source();

    /** The kinds of activity it computes. */
    Set<ActivityKind> kinds();

    /** What it does that a reader would not expect: what it leaves out, and errors of a reference that it keeps. */
    default List<Words> quirks() {
        return Quirks.of(id());
    }

    /**
     * The sheet by which it would compute an activity; empty when it does not compute by sheets.
     *
     * @throws NotComputableException as {@link #footprint(Activity, Circumstances)}
     */
    default Optional<SheetUse> sheet(Activity activity, Circumstances circumstances) throws NotComputableException {
        return Optional.empty();
    }

    /**
     * Computes, and nothing else: the streaming path pays for no explanation.
     *
     * @throws NotComputableException when this activity has no footprint by this method; the reason says why
     */
    Footprint footprint(Activity activity, Circumstances circumstances) throws NotComputableException;

    /**
     * Computes the same footprint and shows how.
     *
     * @throws NotComputableException as {@link #footprint(Activity, Circumstances)}
     */
    Explanation explain(Activity activity, Circumstances circumstances) throws NotComputableException;

    /**
     * Computes with the newest factors of the catalogue.
     *
     * @throws NotComputableException as {@link #footprint(Activity, Circumstances)}
     */
    default Footprint footprint(Activity activity) throws NotComputableException {
        return footprint(activity, Circumstances.NEWEST);
    }

    /**
     * Explains with the newest factors of the catalogue.
     *
     * @throws NotComputableException as {@link #footprint(Activity, Circumstances)}
     */
    default Explanation explain(Activity activity) throws NotComputableException {
        return explain(activity, Circumstances.NEWEST);
    }
}
