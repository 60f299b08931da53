package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sillage.calculation.own.WhatIf;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is different in a question: members of the data, the time, factors.
 *
 * @param asked as it was asked, for the answer
 * @param members of the data, of which null takes one away
 * @param time another time, when it is asked for
 * @param factors that take the place of all others
 * @param pointer JSON pointer of the place where it was asked
 */
record With(ObjectNode asked, ObjectNode members, @Nullable Instant time, WhatIf factors, String pointer) {
    static final With NOTHING = new With(
            JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode(), null, WhatIf.NONE, "");

    boolean isNothing() {
        return asked.isEmpty();
    }

    /** The data with these members. */
    ObjectNode over(ObjectNode data) {
        ObjectNode changed = data.deepCopy();
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            if (member.getValue().isNull()) {
                changed.remove(member.getKey());
            } else {
                changed.set(member.getKey(), member.getValue());
            }
        }
        return changed;
    }

    /** Whether it sets the member that a JSON pointer into the data leads to. */
    boolean sets(String pointerIntoData) {
        String first =
                pointerIntoData.isEmpty() ? "" : pointerIntoData.substring(1).split("/", 2)[0];
        return members.has(first.replace("~1", "/").replace("~0", "~"));
    }
}
