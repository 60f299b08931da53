package dev.sillage.activity;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The members of the data of one kind, in the order of the record's components. Read once from the record, so that
 * the record, the check at the door and the published JSON Schema cannot drift apart.
 *
 * @param fields the members, in order; a member's position here is its index in {@link #indexOf}
 */
public record Shape(List<Field> fields) {

    public Shape {
        fields = List.copyOf(fields);
    }

    /** The member of that JSON name, or null when the kind has none. */
    public @Nullable Field field(String name) {
        int index = indexOf(name);
        return index < 0 ? null : fields.get(index);
    }

    /** The position of the member of that JSON name, or -1. A kind has at most a dozen members: a scan beats a map. */
    public int indexOf(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Reads the shape of a record of this package. */
    static Shape of(Class<? extends Activity> recordType) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : recordType.getRecordComponents()) {
            fields.add(new Field(component.getName(), isRequired(component), values(component)));
        }
        return new Shape(fields);
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Field.Values values(RecordComponent component) {
        Class<?> type = component.getType();
        Count count = component.getAnnotation(Count.class);
        if (count != null && (type == long.class || type == Long.class || type == int.class || type == Integer.class)) {
            boolean narrow = type == int.class || type == Integer.class;
            return new Field.Values.Whole(count.min(), narrow ? Math.min(count.max(), Integer.MAX_VALUE) : count.max());
        }
        Quantity quantity = component.getAnnotation(Quantity.class);
        if (quantity != null && (type == double.class || type == Double.class)) {
            return new Field.Values.Decimal(quantity.min(), quantity.max());
        }
        Text text = component.getAnnotation(Text.class);
        if (text != null && type == String.class) {
            return text.oneOf().length > 0
                    ? new Field.Values.Choice(List.of(text.oneOf()))
                    : new Field.Values.Name(text.maxLength());
        }
        Shares shares = component.getAnnotation(Shares.class);
        if (shares != null && type == Map.class) {
            return new Field.Values.Parts(shares.maxEntries());
        }
        Replacement replacement = component.getAnnotation(Replacement.class);
        if (replacement != null && type == Activity.class) {
            return new Field.Values.OtherData(replacement.kindIn());
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Field.Values.Flag();
        }
        throw new IllegalStateException(component.getDeclaringRecord().getSimpleName() + "." + component.getName()
                + " has no limits that fit its type " + type.getSimpleName());
    }

    /** A copy in the given order that later changes of {@code shares} do not touch; null stays null. */
    static @Nullable Map<String, Double> copyOf(@Nullable Map<String, Double> shares) {
        if (shares == null) {
            return null;
        }
        Map<String, Double> copy = new LinkedHashMap<>();
        shares.forEach((name, share) ->
                copy.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(share, "share")));
        return Collections.unmodifiableMap(copy);
    }
}
