package dev.sillage.local.replay;

/**
 * What a replay came to, by the answers of the door.
 *
 * @param sent events that were judged
 * @param accepted of these
 * @param refused of these
 * @param repeatedRequests requests that were sent again because no answer, or "later", came back; what they held may
 *     have been accepted twice
 */
public record Outcome(long sent, long accepted, long refused, long repeatedRequests) {
    static final Outcome NOTHING = new Outcome(0, 0, 0, 0);

    Outcome plus(Answer.Judged judged) {
        return new Outcome(
                sent + judged.accepted() + judged.refused(),
                accepted + judged.accepted(),
                refused + judged.refused(),
                repeatedRequests);
    }

    Outcome plusRepeat() {
        return new Outcome(sent, accepted, refused, repeatedRequests + 1);
    }
}
