package dev.sillage.ingestion.account;

import dev.sillage.activity.AcceptedCount;
import dev.sillage.activity.Incarnation;
import java.util.List;

/** Where counts are told. */
public interface CountLog {

    /** Whether all of them are durable now. Waits for some seconds at most. */
    boolean tell(List<AcceptedCount> counts);

    /** The same for how it is with all counts of this replica. */
    boolean tell(Incarnation incarnation);
}
