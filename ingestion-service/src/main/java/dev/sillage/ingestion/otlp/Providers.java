package dev.sillage.ingestion.otlp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The names of providers in telemetry, in any case, and the one under which each is reported: {@code otlp/providers.csv}. */
final class Providers {
    private static final String FILE = "/otlp/providers.csv";

    private final Map<String, String> byName = new HashMap<>();

    Providers() {
        try (InputStream file = Objects.requireNonNull(Providers.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",", 3)).forEach(cells -> {
                byName.put(cells[0], cells[0]);
                for (String name : cells[1].split("\\|", -1)) {
                    byName.put(name, cells[0]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }
}
