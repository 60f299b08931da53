package dev.sillage.ingestion.check;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Field;
import java.util.Map;

/** A value for one field of one kind, and the code that it must be refused with; empty means accepted. */
record Trial(ActivityKind kind, Field field, String value, String code) {
    private static final int SHOWN = 30;

    /** Data of that kind that is valid but for the value. */
    String data() {
        Map<String, String> members = ValidData.of(kind);
        members.put(field.name(), value);
        return ValidData.json(members);
    }

    @Override
    public String toString() {
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return kind.wireName() + "." + field.name() + " = " + shown + (code.isEmpty() ? " is accepted" : ": " + code);
    }
}
