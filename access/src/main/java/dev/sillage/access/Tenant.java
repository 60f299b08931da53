package dev.sillage.access;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Whose events these are. Never read from a body.
 *
 * @param name 1 to 63 letters, digits, {@code . _ -}, the first a letter or digit
 */
public record Tenant(String name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    /**
     * @throws IllegalArgumentException when the name is not of that form
     */
    public Tenant {
        Objects.requireNonNull(name, "name");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name
                    + "' is no tenant name: 1 to 63 letters, digits, '.', '_', '-', a letter or digit first");
        }
    }
}
