package dev.sillage.calculation.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.activity.Activity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Field;
import dev.sillage.activity.Labels;
import dev.sillage.activity.Shape;
import dev.sillage.calculation.read.Violation.Rule;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data of one kind into its record. Everything that depends only on the kind is prepared once, so that
 * reading an activity costs one pass over its bytes.
 */
final class RecordReader {
    private final Shape shape;
    private final ValueReader[] values;
    private final String[] members;
    private final MethodHandle constructor;

    RecordReader(ActivityKind kind) {
        shape = kind.shape();
        RecordComponent[] components = kind.recordType().getRecordComponents();
        List<Field> fields = shape.fields();
        values = new ValueReader[components.length];
        members = new String[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = ValueReader.of(fields.get(i).values(), components[i].getType());
            members[i] = "/" + fields.get(i).name();
        }
        constructor = constructor(kind.recordType(), components);
    }

    private static MethodHandle constructor(Class<? extends Activity> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Activity.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an activity is a public record, unlike " + type, e);
        }
    }

    /** Reads the object at whose first token the parser stands, and leaves the parser at its last token. */
    ReadActivity read(JsonParser parser) throws IOException, InvalidActivityException {
        Violations violations = new Violations();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            ValueReader.wrongType(parser, "", violations, "must be an object");
            violations.throwIfAny();
        }
        @Nullable Object[] read = new @Nullable Object[values.length];
        Map<String, String> labels = Map.of();
        long seen = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int index = shape.indexOf(name);
            boolean isLabels = index < 0 && name.equals(Labels.MEMBER);
            JsonToken token = parser.nextToken();
            if (index < 0 && !isLabels) {
                parser.skipChildren();
                violations.add(Rule.UNKNOWN_MEMBER, "", name, "the kind has no such member; leave it out");
                continue;
            }
            long bit = 1L << (isLabels ? values.length : index);
            if ((seen & bit) != 0) {
                parser.skipChildren();
                violations.add(
                        Rule.DUPLICATE_MEMBER,
                        isLabels ? "/" + Labels.MEMBER : members[index],
                        "a member must occur once");
                continue;
            }
            seen |= bit;
            if (isLabels) {
                labels = token == JsonToken.VALUE_NULL ? Map.of() : LabelsReader.read(parser, violations);
            } else if (token != JsonToken.VALUE_NULL
                    || shape.fields().get(index).required()) {
                // Null for a member that may be absent means absent.
                read[index] = values[index].read(parser, members[index], violations);
            }
        }
        requireMembers(seen, violations);
        violations.throwIfAny();
        return new ReadActivity(construct(read), labels);
    }

    private void requireMembers(long seen, Violations violations) {
        for (int i = 0; i < values.length; i++) {
            if ((seen & (1L << i)) == 0 && shape.fields().get(i).required()) {
                violations.add(Rule.MISSING_MEMBER, members[i], "the member is required");
            }
        }
    }

    private Activity construct(@Nullable Object[] arguments) {
        try {
            return (Activity) constructor.invokeExact(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the constructor of an activity throws nothing else", e);
        }
    }
}
