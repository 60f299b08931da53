package dev.sillage.ingestion.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.ingestion.receive.ItemProblem;
import java.util.List;

/**
 * What became of the events of a request: the accepted ones are durable, the others are gone.
 *
 * @param accepted how many events are stored
 * @param refused how many events are not
 * @param problems why, at least one for each refused event up to the limit of the request
 * @param problemsLeftOut how many problems that limit kept out
 */
record Receipt(
        int accepted,
        int refused,
        List<ItemProblem> problems,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int problemsLeftOut) {}
