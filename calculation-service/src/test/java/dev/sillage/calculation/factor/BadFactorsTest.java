package dev.sillage.calculation.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of bad row stops the loading, and the message says where, what and what instead. */
class BadFactorsTest {
    private static final String HEADER = String.join(",", FactorReader.HEADER) + "\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "grid.ghg.location,AND,gCO2e/kWh,,0,,,,,s,2024,CC0,published,; column central: '0', expected a number greater than zero",
                "grid.ghg.location,AND,gCO2e/kWh,,-5,,,,,s,2024,CC0,published,; column central: '-5'",
                "grid.ghg.location,AND,gCO2e/kWh,,many,,,,,s,2024,CC0,published,; column central: 'many', expected a decimal number",
                "grid.ghg.location,AND,gCO2e/kWh,,NaN,,,,,s,2024,CC0,published,; column central: 'NaN', expected a finite number",
                "grid.ghg.location,AND,gCO2e/kWh,,1e999,,,,,s,2024,CC0,published,; column central: '1e999', expected a finite",
                "grid.ghg.location,AND,gCO2e/kWh,,,,,,,s,2024,CC0,published,; column central: '', expected a value",
                "grid.ghg.location,AND,kgCO2e/kWh,,5,,,,,s,2024,CC0,published,; column unit: 'kgCO2e/kWh', expected gCO2e/kWh",
                "grid.ghg.location,AND,gCO2e/kWh,,5,,,,,s,,CC0,published,; column year: '', expected a year",
                "grid.ghg.location,AND,gCO2e/kWh,,5,,,,,s,2024,,published,; column licence: '', expected a value",
                "grid.ghg.location,AND,gCO2e/kWh,,5,,,,,s,2024,CC0,,; column quality: '', expected a value",
                "grid.ghg.location,AND,gCO2e/kWh,,5,,,,,s,2024,CC0,good,; column quality: 'good', expected one of",
                "grid.ghg.location,AND,gCO2/kWh,,5,,,,,s,2024,CC0,published,; expected a unit in place of 'gCO2'",
                "grid.ghg.location,AND,gCO2e per kWh,,5,,,,,s,2024,CC0,published,; expected a unit such as kWh",
                "grid.ghg.location,AND,Wh/(token*Gparam,,5,,,,,s,2024,CC0,published,; expected a unit such as kWh",
                "grid.ghg.location,FR-COR,gCO2e/kWh,,-1,,,,,s,2024,CC0,zero-confirmed,; column central: '-1', expected",
                "cloud.pue,FRA,1,,1.2,,,,,s,2024,CC0,published,; column zone: 'FRA', expected a zone",
                "cloud.pue,aws:eu-atlantis-1,1,,1.2,,,,,s,2024,CC0,published,; column zone: 'aws:eu-atlantis-1'",
                "cloud.pue,aws:eu-west-3,1,,0.9,,,,,s,2024,CC0,published,; column central: '0.9', expected at least 1",
                "cloud.cfe,aws:eu-west-3,1,,1.2,,,,,s,2024,CC0,published,; column central: '1.2', expected a share",
                "cloud.wue,aws:us-gov-east-1,L/kWh,,0,,,,,s,2024,CC0,published,; column central: '0', expected a number",
                "grid.ghg.location,AND,gCO2e/kWh,9,5,,,,,s,2024,CC0,published,; column low: '9', expected not more than central 5.0",
                "grid.ghg.location,AND,gCO2e/kWh,,5,4,,,,s,2024,CC0,published,; column high: '4', expected not less than central 5.0",
                "grid.ghg.location,ATL,gCO2e/kWh,,5,,,,,s,2024,CC0,published,; column zone: 'ATL', expected a zone of zones.csv",
                "grid.gas.location,AND,gCO2e/kWh,,5,,,,,s,2024,CC0,published,; column key: 'grid.gas.location', expected a key like",
                "grid.ghg.location,AND,gCO2e/kWh,,5,,,,,s,1066,CC0,published,; column year: '1066', expected a year",
                "grid.ghg.location,AND,gCO2e/kWh,,5,,,,,,2024,CC0,published,; column source: '', expected a value",
                "grid.ghg.location,AND,gCO2e/kWh,,5,,2024,,,s,2024,CC0,published,; column valid_from: '2024', expected a day",
                "grid.ghg.location,AND,gCO2e/kWh,,5,,3024-01-01,,,s,2024,CC0,published,; column valid_from: '3024-01-01', expected a day",
                "grid.ghg.location,AND,gCO2e/kWh,,5,,2024-02-01,2024-01-01,,s,2024,CC0,published,; column valid_to: '2024-01-01'",
                "grid.ghg.location,AND,gCO2e/kWh,,5; 5 cells, expected 14 as in the header",
                "grid.ghg.location,FRA,gCO2e/kWh,,5,,,,,s,2024,CC0,published,; key grid.ghg.location: again zone 'FRA'"
            })
    void aBadRowIsNamed(String row, String complaint) {
        assertThatThrownBy(() -> load("bad.csv", HEADER + row + "\n"))
                .isInstanceOf(FactorException.class)
                .hasMessageContaining(complaint)
                .message()
                .contains("bad.csv line 2");
    }

    @Test
    void overlappingPeriodsAreRefused() {
        assertThatThrownBy(() -> load(
                        "bad.csv",
                        HEADER
                                + "grid.ghg.location,AND,gCO2e/kWh,,5,,2024-01-01,2024-12-31,,s,2024,CC0,published,\n"
                                + "grid.ghg.location,AND,gCO2e/kWh,,6,,2024-12-31,,,s,2024,CC0,published,\n"))
                .hasMessageContaining("bad.csv line 3, key grid.ghg.location: again zone 'AND'")
                .hasMessageContaining("bad.csv line 2");
    }

    @Test
    void aConfirmedZeroIsAccepted() {
        FactorCatalogue own = load(
                "own.csv", HEADER + "cloud.wue,gcp:europe-north2,L/kWh,,0,,,,,s,2024,CC0,zero-confirmed,no cooling\n");

        assertThat(own.factor("cloud.wue", "gcp:europe-north2").central()).isZero();
    }

    @Test
    void twoShareAlikeRowsOfOnePeriodAreRefused() {
        String row = "grid.ghg.location,AND,gCO2e/kWh,,5,,,,,s,2024,ODbL 1.0,published,\n";

        assertThatThrownBy(() -> load("odbl/bad.csv", HEADER + row + row))
                .hasMessageContaining("odbl/bad.csv line 3, key grid.ghg.location: again zone 'AND'");
    }

    @Test
    void anotherHeaderIsRefused() {
        assertThatThrownBy(() -> load("bad.csv", "key,value\n"))
                .hasMessageContaining("bad.csv line 1: header 'key,value', expected exactly 'key,zone,unit");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> load("bad.csv", "")).hasMessageContaining("bad.csv line 1: empty file");
    }

    @Test
    void aFileThatIsNoCsvIsRefused() {
        assertThatThrownBy(() -> load("bad.csv", HEADER + "a,\"b\nc"))
                .isInstanceOf(FactorException.class)
                .hasMessageContaining("bad.csv");
    }

    @Test
    void aMissingKeyIsNamed() {
        SortedMap<String, byte[]> files = files();
        files.put("networks.csv", HEADER.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> FactorCatalogue.load(new FactorFiles(files)))
                .hasMessageContaining("key network.fixed.energy: missing");
    }

    @Test
    void aMissingFileIsNamed() {
        SortedMap<String, byte[]> files = files();
        files.remove("zones.csv");

        assertThatThrownBy(() -> FactorCatalogue.load(new FactorFiles(files)))
                .hasMessageContaining("zones.csv: missing");
    }

    @Test
    void aDirectoryThatIsNoneIsNamed() {
        assertThatThrownBy(() -> FactorCatalogue.load(Path.of("no-such-directory")))
                .hasMessageContaining("no-such-directory: expected a directory");
    }

    @Test
    void aVersionOfSeveralWordsIsRefused() {
        assertThatThrownBy(() -> load("version", "the newest\n")).hasMessageContaining("version line 1: 'the newest'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ai-models.csv; openai,gpt-4o,; openai,gpt-4,; each name once per provider",
                "ai-models.csv; ,440,440,44,132,; ,440,440,132,44,; active_params_b_high: '44', expected not less",
                "ai-models.csv; ,440,440,44,132,; ,440,440,44,0,; active_params_b_high: '0', expected a number greater",
                "ai-models.csv; ,440,440,44,132,; ,440,440,44,999,; expected not more than total_params_b_high",
                "ai-providers.csv; ,USA,1.2,; ,USA,0.9,; pue_low: '0.9', expected at least 1",
                "ai-providers.csv; ,USA,1.2,; ,ATL,1.2,; zone: 'ATL', expected a zone",
                "ai-providers.csv; ,USA,1.2,1.2,0.569,; ,USA,1.2,1.2,,; wue_l_per_kwh_high: '0.569', expected",
                "ai-model-classes.csv; nano|lite; (nano|lite; pattern: '(nano|lite",
                "ai-model-classes.csv; 7,unknown; 0,unknown; expected the class 'unknown' with the last priority",
                "video-models.csv; dgx-h800,0,; dgx-h8000,0,; key ecologits.video.machine.dgx-h8000.power: missing",
                "video-models.csv; ,1.0,false,; ,1.5,false,; no_audio_weight: '1.5', expected a number above 0",
                "video-models.csv; ,1.0,false,; ,1.0,no,; native_audio: 'no', expected true or false",
                "published-figures.csv; pub-002,; pub-001,; id: 'pub-001', expected each id once",
                "published-figures.csv; ,,,,0.24,; ,,,,-0.24,; energy_wh: '-0.24', expected a number greater than zero",
                "training-runs.csv; P100 x8,12,96,; P100 x8,many,96,; wall_hours: 'many', expected a decimal number",
                "cloud-regions.csv; ,Cape Town,ZAF,; ,Cape Town,ATL,; zone: 'ATL', expected a zone",
                "cloud-regions.csv; ,Cape Town,ZAF,; ,Cape Town,,; zone: '', expected the country of the region",
                "cloud-regions.csv; aws,af-south-1,; aws,ap-east-1,; region: 'ap-east-1', expected each region of a",
                "odbl/zones-electricity-maps.csv; ,FRA,Corsica; ,ATL,Corsica; country: 'ATL', expected a zone",
                "zones.csv; FRA,FR,; FRA,DE,; iso2: 'DE', expected each code once",
                "zones.csv; FRA,FR,; France,FR,; iso3: 'France', expected three capital letters"
            })
    void aBadTableIsNamed(String file, String good, String bad, String complaint) {
        String content = new String(files().get(file), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> load(file, content.replaceFirst(java.util.regex.Pattern.quote(good), bad)))
                .isInstanceOf(FactorException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(complaint);
    }

    private static FactorCatalogue load(String file, String content) {
        SortedMap<String, byte[]> files = files();
        files.put(file, content.getBytes(StandardCharsets.UTF_8));
        return FactorCatalogue.load(new FactorFiles(files));
    }

    private static SortedMap<String, byte[]> files() {
        return new TreeMap<>(FactorFiles.builtIn().byName());
    }
}
