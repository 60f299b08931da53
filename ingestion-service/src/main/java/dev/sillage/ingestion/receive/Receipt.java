package dev.sillage.ingestion.receive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What became of the events of a request: the accepted ones are durable, the others are gone.
 *
 * @param accepted how many events are stored
 * @param refused how many events are not
 * @param problems why, at least one for each refused event up to the limit of the request
 * @param problemsLeftOut how many problems that limit kept out
 */
public record Receipt(
        int accepted,
        int refused,
        List<ItemProblem> problems,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int problemsLeftOut) {}
