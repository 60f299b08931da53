package dev.sillage.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that operators read says what the code does. */
class LimitsPageTest {
    private static final Path PAGE = Path.of("..", "deploy", "connect", "limits.md");

    @ParameterizedTest
    @ValueSource(
            strings = {"receive.ReceiveConfig", "publish.PublishConfig", "series.SeriesConfig", "account.AccountConfig"
            })
    void eachSettingIsThereWithItsDefault(String config) throws Exception {
        Class<?> type = Class.forName("dev.sillage.ingestion." + config);
        String page = Files.readString(PAGE);

        for (Method setting : type.getDeclaredMethods()) {
            String key = type.getAnnotation(ConfigMapping.class).prefix() + "." + kebab(setting.getName());
            assertThat(page)
                    .contains("| `" + key + "` | `"
                            + setting.getAnnotation(WithDefault.class).value() + "` |");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventsPerSecond", "burstSeconds", "eventsPerDay"})
    void eachQuotaIsThereWithItsDefault(String setting) throws Exception {
        Method declared = Class.forName("dev.sillage.ingestion.quota.QuotaConfig$Allowance")
                .getDeclaredMethod(setting);

        assertThat(Files.readString(PAGE))
                .contains("| `sillage.quota." + kebab(setting) + "` | `"
                        + declared.getAnnotation(WithDefault.class).value() + "` |");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.http.limits.max-header-size",
                "quarkus.http.limits.max-connections",
                "quarkus.http.idle-timeout"
            })
    void whatTheServerBoundsIsThereAsConfigured(String key) throws IOException {
        String value = Files.readAllLines(Path.of("src", "main", "resources", "application.properties")).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow();

        assertThat(Files.readString(PAGE)).contains("| `" + key + "` | `" + value + "` |");
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
