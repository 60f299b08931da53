package dev.sillage.access;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The command that makes, revokes and lists keys. A key is told once, when it is made, and kept nowhere. */
public final class KeyCommand {
    private static final String USAGE = """
            usage: access/keys create --file FILE --tenant NAME --scopes ingest,read,admin [--expires DAYSd] [--name TEXT]
                   access/keys revoke --file FILE --prefix PREFIX
                   access/keys list   --file FILE

            create prints the key, once; FILE keeps only its prefix and its hash. A service notices within a second.
            To rotate: create a second key, hand it out, revoke the first one.""";
    private static final int WRONG_USAGE = 2;

    private final Clock clock;

    /** The command at the time of that clock. */
    public KeyCommand(Clock clock) {
        this.clock = clock;
    }

    public static void main(String[] arguments) throws IOException {
        try {
            System.out.println(new KeyCommand(Clock.systemUTC()).run(arguments));
        } catch (IllegalArgumentException | KeyFileException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USAGE);
        }
    }

    /**
     * Runs one command and returns what its caller is told: a new key, or lines for people.
     *
     * @throws IllegalArgumentException with what is wrong with the arguments
     */
    public String run(String... words) throws IOException {
        List<String> arguments = List.of(words);
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        return switch (command) {
            case "create" -> create(options(arguments, Set.of("file", "tenant", "scopes", "expires", "name")));
            case "revoke" -> revoke(options(arguments, Set.of("file", "prefix")));
            case "list" -> list(options(arguments, Set.of("file")));
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private String create(Map<String, String> options) throws IOException {
        Tenant tenant = new Tenant(required(options, "tenant"));
        Set<Scope> scopes = KeyLine.scopes(required(options, "scopes"));
        String name = KeyLine.name(options.getOrDefault("name", ""));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expires = expires(now, options.get("expires"));
        ApiKey key = ApiKey.generate(new SecureRandom());
        StoredKey stored = new StoredKey(key.prefix(), key.hash(), tenant, scopes, now, expires, null, name);
        file(options).change(keys -> {
            if (keys.stream().anyMatch(other -> other.prefix().equals(key.prefix()))) {
                throw new IllegalArgumentException("By chance the prefix is taken; run the command again.");
            }
            keys.add(stored);
            return keys;
        });
        return key.text();
    }

    private String revoke(Map<String, String> options) throws IOException {
        String prefix = required(options, "prefix");
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        file(options).change(keys -> {
            if (keys.stream().noneMatch(key -> key.prefix().equals(prefix))) {
                throw new IllegalArgumentException("There is no key with the prefix " + prefix + ".");
            }
            keys.replaceAll(key -> key.prefix().equals(prefix) && key.revoked() == null ? key.revoke(now) : key);
            return keys;
        });
        return prefix + " is revoked.";
    }

    private String list(Map<String, String> options) {
        Instant now = clock.instant();
        return file(options).read().values().stream()
                .map(key -> String.format(
                        "%s  %-7s  %s  %s  %s",
                        key.prefix(),
                        key.isValidAt(now) ? "valid" : key.revoked() == null ? "expired" : "revoked",
                        key.tenant().name(),
                        key.scopes().stream().map(Scope::word).sorted().toList(),
                        key.name()))
                .collect(Collectors.joining("\n"));
    }

    private static KeyFile file(Map<String, String> options) {
        return new KeyFile(Path.of(required(options, "file")).toAbsolutePath());
    }

    private static @Nullable Instant expires(Instant now, @Nullable String days) {
        if (days == null) {
            return null;
        }
        try {
            if (!days.endsWith("d")) {
                throw new NumberFormatException();
            }
            int count = Integer.parseInt(days.substring(0, days.length() - 1));
            if (count < 1) {
                throw new NumberFormatException();
            }
            return now.plus(Duration.ofDays(count));
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("--expires takes a number of days such as 90d, not " + days, e);
        }
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing.\n" + USAGE);
        }
        return value;
    }

    private static Map<String, String> options(List<String> arguments, Set<String> allowed) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!name.startsWith("--") || !allowed.contains(name.substring(2)) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("Not understood: " + name + "\n" + USAGE);
            }
            options.put(name.substring(2), arguments.get(i + 1));
        }
        return options;
    }
}
