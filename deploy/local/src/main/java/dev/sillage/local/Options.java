package dev.sillage.local;

import dev.sillage.local.machine.Ports;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * What the command line asks for.
 *
 * @param once leave after the report
 * @param fresh forget all data first
 * @param demo replay the demonstration
 * @param data where the data is kept
 * @param portBase the first of seven ports
 * @param help only explain
 */
record Options(boolean once, boolean fresh, boolean demo, Path data, int portBase, boolean help) {

    static Options defaults(Path data) {
        return new Options(false, false, true, data, Ports.DEFAULT_BASE, false);
    }

    /**
     * The options on a command line; each may be written {@code --name value} or {@code --name=value}.
     *
     * @param defaultData where the data is kept when nothing else is said
     * @throws UsageException naming what is wrong
     */
    static Options parse(List<String> arguments, Path defaultData) {
        Options options = defaults(defaultData);
        Queue<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            options = options.with(left.remove(), left);
        }
        return options;
    }

    private Options with(String argument, Queue<String> left) {
        String name = argument.replaceFirst("=.*", "");
        return switch (name) {
            case "--data" -> new Options(once, fresh, demo, path(value(argument, left)), portBase, help);
            case "--port-base" -> new Options(once, fresh, demo, data, base(value(argument, left)), help);
            default -> withFlag(argument);
        };
    }

    private Options withFlag(String argument) {
        return switch (argument) {
            case "--once" -> new Options(true, fresh, demo, data, portBase, help);
            case "--fresh" -> new Options(once, true, demo, data, portBase, help);
            case "--no-demo" -> new Options(once, fresh, false, data, portBase, help);
            case "--help", "-h" -> new Options(once, fresh, demo, data, portBase, true);
            default -> throw new UsageException("unknown option: " + argument);
        };
    }

    private static String value(String argument, Queue<String> left) {
        int equals = argument.indexOf('=');
        String value = equals >= 0 ? argument.substring(equals + 1) : left.poll();
        if (value == null || value.isEmpty() || (equals < 0 && value.startsWith("--"))) {
            throw new UsageException(argument + " needs a value");
        }
        return value;
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new UsageException("--data " + value + " is no directory: " + e.getReason());
        }
    }

    private static int base(String value) {
        try {
            int base = Integer.parseInt(value);
            if (base >= Ports.MIN_BASE && base <= Ports.MAX_BASE) {
                return base;
            }
        } catch (NumberFormatException e) {
            // The same answer as to a number out of range.
        }
        throw new UsageException(
                "--port-base " + value + " is no number from " + Ports.MIN_BASE + " to " + Ports.MAX_BASE);
    }
}
