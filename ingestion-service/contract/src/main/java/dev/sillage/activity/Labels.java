package dev.sillage.activity;

import java.util.List;

/** What an event may carry in {@code data.labels}: at most {@link #MAX_COUNT} short texts by name. */
public final class Labels {
    /** The JSON member of the data that holds the labels, whatever the kind. */
    public static final String MEMBER = "labels";

    public static final int MAX_COUNT = 16;
    public static final int MAX_NAME_LENGTH = 64;
    public static final int MAX_VALUE_LENGTH = 128;

    /** Labels that every report can be grouped by, without configuration. */
    public static final List<String> ALWAYS_GROUPABLE = List.of("team", "project", "application", "environment");

    private Labels() {}

    /** Whether a label may have this name: a letter first, then letters, digits, {@code _ . -}. */
    public static boolean isName(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH || !isLetter(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '_' && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
