package dev.sillage.reporting.aggregate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.footprint.FunctionalUnit;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What was delivered, read leniently: without it the footprint is as true as before. */
final class FunctionalUnitJson {
    private FunctionalUnitJson() {}

    /**
     * Reads the object at whose first token the parser stands, and leaves the parser at its last.
     *
     * @return null when it is not a functional unit as the contract has it
     */
    static @Nullable FunctionalUnit read(JsonParser parser) throws IOException {
        String unit = null;
        BigDecimal quantity = null;
        boolean repeated = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken token = parser.nextToken();
            if (member.equals("unit") && token == JsonToken.VALUE_STRING) {
                repeated |= unit != null;
                unit = parser.getText();
            } else if (member.equals("quantity") && token.isNumeric()) {
                repeated |= quantity != null;
                quantity = parser.getDecimalValue();
            } else {
                parser.skipChildren();
            }
        }
        if (repeated || unit == null || quantity == null || !FigureLimits.holds(quantity)) {
            return null;
        }
        try {
            return new FunctionalUnit(unit, quantity);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
