package dev.sillage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Path DATA = Path.of("/data");

    @Test
    void withoutOptionsTheDemonstrationRunsOnTheUsualPortsAndStays() {
        Options options = parse();

        assertThat(options).isEqualTo(new Options(false, false, true, DATA, 8080, false));
    }

    @Test
    void eachOptionIsUnderstood() {
        Options options = parse("--once", "--fresh", "--no-demo", "--data", "here", "--port-base", "9000", "--help");

        assertThat(options).isEqualTo(new Options(true, true, false, Path.of("here"), 9000, true));
    }

    @Test
    void aValueMayFollowAnEqualsSign() {
        Options options = parse("--data=a=b", "--port-base=9100");

        assertThat(options.data()).isEqualTo(Path.of("a=b"));
        assertThat(options.portBase()).isEqualTo(9100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--onse", "once", "-x", "--once=yes", ""})
    void anUnknownOptionIsRefusedByName(String argument) {
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(UsageException.class)
                .hasMessage("unknown option: " + argument);
    }

    @ParameterizedTest
    @CsvSource({"--data,", "--port-base,", "--data,--once", "--data=,", "--port-base,--fresh"})
    void anOptionWithoutItsValueIsRefused(String name, String next) {
        List<String> arguments = next == null ? List.of(name) : List.of(name, next);

        assertThatThrownBy(() -> Options.parse(arguments, DATA))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("needs a value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1023", "65530", "-1", "99999999999"})
    void aPortBaseThatLeavesNoRoomIsRefused(String base) {
        assertThatThrownBy(() -> parse("--port-base", base))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(base)
                .hasMessageContaining("1024 to 65529");
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), DATA);
    }
}
