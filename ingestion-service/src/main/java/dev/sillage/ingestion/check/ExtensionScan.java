package dev.sillage.ingestion.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.ingestion.problem.ProblemType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Collects the extension attributes of one event: names of their own, small scalar values. */
final class ExtensionScan {
    private static final int MAX_NAME_LENGTH = 20;
    private static final String ROOT = "";

    private final Cursor at;
    private final CheckLimits limits;
    private final List<Extension> list = new ArrayList<>(0);
    private boolean tooMany;

    ExtensionScan(Cursor at, CheckLimits limits) {
        this.at = at;
        this.limits = limits;
    }

    /** Takes the attribute on whose value the cursor stands. */
    void take(String name) throws IOException {
        JsonParser json = at.json();
        JsonToken token = json.currentToken();
        if (!isName(name)) {
            refuse(ProblemType.INVALID_ATTRIBUTE_NAME, name, "This is no name for an extension attribute.");
        } else if (list.stream().anyMatch(extension -> extension.name().equals(name))) {
            refuse(ProblemType.DUPLICATE_MEMBER, name, "The attribute occurs twice.");
        } else if (token == JsonToken.VALUE_NULL) {
            return;
        } else if (list.size() == limits.maxExtensions()) {
            tooMany(name);
        } else if (token == JsonToken.VALUE_STRING) {
            String text = TextCheck.name(at, ROOT, name, limits.maxExtensionLength());
            if (text != null) {
                list.add(new Extension(name, text));
            }
        } else if (token.isScalarValue()) {
            scalar(name);
        } else {
            refuse(ProblemType.WRONG_TYPE, name, "An extension attribute is a text, a number or a boolean.");
        }
    }

    List<Extension> list() {
        return list.isEmpty() ? List.of() : List.copyOf(list);
    }

    private void scalar(String name) throws IOException {
        if (at.json().getTextLength() > limits.maxExtensionLength()) {
            refuse(
                    ProblemType.TEXT_LENGTH,
                    name,
                    "At most " + limits.maxExtensionLength() + " characters are expected.");
        } else {
            list.add(new Extension(name, at.json().getText()));
        }
    }

    private void tooMany(String name) throws IOException {
        if (!tooMany) {
            at.refuse(
                    ProblemType.TOO_MANY_ATTRIBUTES,
                    Pointer.to(ROOT, name),
                    "At most " + limits.maxExtensions() + " extension attributes are taken.");
        }
        tooMany = true;
        at.skip(ROOT, name);
    }

    private void refuse(ProblemType type, String name, String detail) throws IOException {
        at.refuse(type, Pointer.to(ROOT, name), detail);
        at.skip(ROOT, name);
    }

    private static boolean isName(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }
}
