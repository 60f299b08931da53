package dev.sillage.ingestion.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.activity.Field.Values;
import dev.sillage.activity.Labels;
import dev.sillage.ingestion.problem.ProblemType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Checks the two members whose names the sender chooses: labels, and the parts of a whole. */
final class NamedParts {
    private static final int MAX_PART_NAME_LENGTH = 100;

    private NamedParts() {}

    static void checkLabels(Cursor at, String parent) throws IOException {
        JsonParser json = at.json();
        if (isNoObject(at, parent, Labels.MEMBER)) {
            return;
        }
        String here = Pointer.to(parent, Labels.MEMBER);
        List<String> names = new ArrayList<>(Labels.MAX_COUNT);
        int count = 0;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            count++;
            if (count > Labels.MAX_COUNT) {
                at.skip(here, name);
                continue;
            }
            if (!Labels.isName(name)) {
                at.refuse(ProblemType.INVALID_LABELS, Pointer.to(here, name), "This is no name for a label.");
                at.skip(here, name);
                continue;
            }
            isFirst(at, here, name, names);
            TextCheck.isName(at, here, name, Labels.MAX_VALUE_LENGTH);
        }
        refuseTooMany(at, ProblemType.INVALID_LABELS, here, count, Labels.MAX_COUNT);
    }

    static void checkParts(Cursor at, String parent, String member, Values.Parts limits) throws IOException {
        JsonParser json = at.json();
        if (isNoObject(at, parent, member)) {
            return;
        }
        String here = Pointer.to(parent, member);
        List<String> names = new ArrayList<>(limits.maxEntries());
        int count = 0;
        boolean allZero = true;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            count++;
            if (count > limits.maxEntries()) {
                at.skip(here, name);
                continue;
            }
            if (name.isEmpty()
                    || name.length() > MAX_PART_NAME_LENGTH
                    || name.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
                at.refuse(
                        ProblemType.INVALID_SHARES,
                        Pointer.to(here, name),
                        "The name of a part has 1 to " + MAX_PART_NAME_LENGTH + " printable characters.");
                at.skip(here, name);
                continue;
            }
            isFirst(at, here, name, names);
            // A refused share is NaN: its own finding is enough.
            allZero &= NumberCheck.decimal(at, here, name, 0, 1) == 0;
        }
        refuseTooMany(at, ProblemType.INVALID_SHARES, here, count, limits.maxEntries());
        if (allZero) {
            at.refuse(ProblemType.INVALID_SHARES, here, "No part has a share above 0.");
        }
    }

    private static boolean isNoObject(Cursor at, String parent, String member) throws IOException {
        if (at.json().currentToken() == JsonToken.START_OBJECT) {
            return false;
        }
        at.refuse(ProblemType.WRONG_TYPE, Pointer.to(parent, member), "An object is expected.");
        at.skip(parent, member);
        return true;
    }

    private static void isFirst(Cursor at, String here, String name, List<String> names) {
        if (names.contains(name)) {
            at.refuse(ProblemType.DUPLICATE_MEMBER, Pointer.to(here, name), "The name occurs twice.");
        }
        names.add(name);
    }

    private static void refuseTooMany(Cursor at, ProblemType type, String here, int count, int max) {
        if (count > max) {
            at.refuse(type, here, "There are " + count + " entries, at most " + max + " are taken.");
        }
    }
}
