package dev.sillage.ingestion.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Field;
import dev.sillage.activity.Field.Values;
import dev.sillage.activity.Labels;
import dev.sillage.activity.MeantMembers;
import dev.sillage.activity.Shape;
import dev.sillage.ingestion.problem.ProblemType;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks one object against the shape of a kind, member by member, while it is read. */
final class DataCheck {
    private final Cursor at;
    private final Shape shape;
    private final String here;
    private final int level;

    /** The members that name the kind of another, and what they held; a shape has at most one such pair. */
    private final @Nullable String kindMember;

    /** The members that name another event, and what they held. */
    private final @Nullable MeantMembers meantMembers;

    private @Nullable String meantSource;
    private @Nullable String meantId;
    private @Nullable String otherKind;
    private @Nullable Slice otherData;
    private String otherMember = "";

    private DataCheck(Cursor at, ActivityKind kind, String here, int level) {
        this.at = at;
        this.shape = kind.shape();
        this.here = here;
        this.level = level;
        this.kindMember = kindMember(shape);
        this.meantMembers = kind.meant().orElse(null);
    }

    /**
     * Checks the object that the cursor stands on; {@code here} is its pointer and {@code level} its depth.
     *
     * @return the other event that it names, when its kind is about one and both names are fine
     */
    static @Nullable Meant check(Cursor at, ActivityKind kind, String here, int level, boolean mayHaveLabels)
            throws IOException {
        DataCheck check = new DataCheck(at, kind, here, level);
        check.members(mayHaveLabels);
        check.otherData();
        return check.meantSource == null || check.meantId == null ? null : new Meant(check.meantSource, check.meantId);
    }

    private void members(boolean mayHaveLabels) throws IOException {
        JsonParser json = at.json();
        List<Field> fields = shape.fields();
        boolean labelsSeen = false;
        long seen = 0;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            int index = shape.indexOf(name);
            if (index >= 0) {
                if ((seen & 1L << index) == 0) {
                    value(fields.get(index));
                } else {
                    duplicate(name);
                }
                seen |= 1L << index;
            } else if (mayHaveLabels && name.equals(Labels.MEMBER)) {
                if (labelsSeen) {
                    duplicate(name);
                } else {
                    NamedParts.checkLabels(at, here);
                }
                labelsSeen = true;
            } else {
                at.refuse(ProblemType.UNKNOWN_MEMBER, Pointer.to(here, name), "This kind has no such member.");
                at.skip(here, name);
            }
        }
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).required() && (seen & 1L << i) == 0) {
                at.refuse(
                        ProblemType.MISSING_MEMBER,
                        Pointer.to(here, fields.get(i).name()),
                        "This kind needs the member.");
            }
        }
    }

    private void value(Field field) throws IOException {
        String name = field.name();
        Values values = field.values();
        if (values instanceof Values.Whole whole) {
            NumberCheck.check(at, here, name, whole);
        } else if (values instanceof Values.Decimal decimal) {
            NumberCheck.check(at, here, name, decimal);
        } else if (values instanceof Values.Name text) {
            if (TextCheck.isName(at, here, name, text.maxLength())) {
                name(name);
            }
        } else if (values instanceof Values.Choice choice) {
            TextCheck.isOneOf(at, here, name, choice.words());
        } else if (values instanceof Values.Flag) {
            if (!at.json().currentToken().isBoolean()) {
                wrongType(name, "true or false is expected.");
            }
        } else if (values instanceof Values.Parts parts) {
            NamedParts.checkParts(at, here, name, parts);
        } else if (at.json().currentToken() == JsonToken.START_OBJECT) {
            // The last case, other data: its kind may stand behind it.
            otherMember = name;
            otherData = at.skipSlice(here, name);
        } else {
            wrongType(name, "An object is expected.");
        }
    }

    /** Keeps the current text when it is one of those that say what the event is about. */
    private void name(String member) throws IOException {
        if (member.equals(kindMember)) {
            otherKind = at.json().getText();
        } else if (meantMembers != null && member.equals(meantMembers.source())) {
            meantSource = at.json().getText();
        } else if (meantMembers != null && member.equals(meantMembers.id())) {
            meantId = at.json().getText();
        }
    }

    private void otherData() throws IOException {
        if (kindMember == null || otherKind == null) {
            return;
        }
        ActivityKind kind = ActivityKind.ofWireName(otherKind).orElse(null);
        if (kind == null || kindMember(kind.shape()) != null || kind == ActivityKind.RETRACTION) {
            at.refuse(
                    ProblemType.INVALID_REPLACEMENT,
                    Pointer.to(here, kindMember),
                    "The name of a kind is expected, other than correction and retraction.");
        } else if (otherData != null) {
            try (Cursor again = at.again(otherData, level)) {
                check(again, kind, Pointer.to(here, otherMember), level + 1, false);
            }
        }
    }

    private void duplicate(String name) throws IOException {
        at.refuse(ProblemType.DUPLICATE_MEMBER, Pointer.to(here, name), "The member occurs twice.");
        at.skip(here, name);
    }

    private void wrongType(String name, String expected) throws IOException {
        at.refuse(ProblemType.WRONG_TYPE, Pointer.to(here, name), expected);
        at.skip(here, name);
    }

    private static @Nullable String kindMember(Shape shape) {
        for (Field field : shape.fields()) {
            if (field.values() instanceof Values.OtherData other) {
                return other.kindIn();
            }
        }
        return null;
    }
}
