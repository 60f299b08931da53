package dev.sillage.ingestion.csv;

import static dev.sillage.ingestion.StoredActivities.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.StoredActivities;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of tables become activities, each by itself. */
@QuarkusTest
@WithTestResource(Broker.class)
class ImportTest {
    private static final String COLUMNS =
            "timestamp,project_name,run_id,experiment_id,duration,emissions,emissions_rate,"
                    + "cpu_power,gpu_power,ram_power,cpu_energy,gpu_energy,ram_energy,energy_consumed,country_name,"
                    + "country_iso_code,region,cloud_provider,cloud_region,os,python_version,codecarbon_version,cpu_count,"
                    + "cpu_model,gpu_count,gpu_model,longitude,latitude,ram_total_size,tracking_mode,on_cloud,pue";

    private final String run = UUID.randomUUID().toString();
    private final String source = "urn:test:" + run;

    @Test
    void aRowOfCodeCarbonIsMeasuredAndItsPueIsTakenOut() throws IOException {
        Answer answer = importing(
                "codecarbon?label=team:research", COLUMNS + "\n" + row("2026-11-23T10:00:00", 7200, 1.5, 1.2));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        ConsumerRecord<byte[], byte[]> record = only(run + ":2026-11-23T10:00:00");
        assertThat(header(record, "ce_type")).isEqualTo("dev.sillage.activity.compute.v1");
        assertThat(header(record, "ce_time")).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(data(record))
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"measuredEnergyKwh\":1.25,\"region\":\"FRA\",\"vcpuHours\":16,"
                                + "\"memoryGbHours\":63.0,\"gpuHours\":2,"
                                + "\"labels\":{\"project\":\"llm\",\"team\":\"research\"}}"));
    }

    @Test
    void ofSeveralRowsOfARunEachCountsWhatCameSinceTheRowBefore() throws IOException {
        String first = COLUMNS + "\n" + row("2026-11-23T10:00:00", 3600, 1.0, 1.0);
        String grown = first + "\n" + row("2026-11-23T11:00:00", 7200, 2.75, 1.0);

        importing("codecarbon", first);
        Answer answer = importing("codecarbon", grown);

        assertThat(answer.json().get("accepted").asInt()).isEqualTo(2);
        assertThat(data(last(run + ":2026-11-23T11:00:00"))
                        .get("measuredEnergyKwh")
                        .asDouble())
                .isEqualTo(1.75);
        assertThat(StoredActivities.all().stream()
                        .filter(record -> (run + ":2026-11-23T10:00:00").equals(header(record, "ce_id")))
                        .map(record -> new String(record.value(), UTF_8))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aRunThatLosesEnergyIsRefusedAndItsNeighbourIsNot() {
        Answer answer = importing(
                "codecarbon",
                COLUMNS + "\n" + row("2026-11-23T10:00:00", 3600, 2.0, 1.0) + "\n"
                        + row("2026-11-23T11:00:00", 7200, 1.0, 1.0));

        assertThat(answer.json().get("accepted").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/problems/0/index").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/problems/0/pointer").asText()).isEqualTo("/energy_consumed");
    }

    @Test
    void timesAreThoseOfTheMachinesZoneAndARunMayBeTraining() throws IOException {
        Answer answer = importing(
                "codecarbon?kind=model-training&timeZone=Europe/Paris",
                COLUMNS + "\n" + row("2026-11-23T10:00:00", 3600, 2.0, 1.0));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        ConsumerRecord<byte[], byte[]> record = only(run + ":2026-11-23T10:00:00");
        assertThat(header(record, "ce_type")).isEqualTo("dev.sillage.activity.model-training.v1");
        assertThat(header(record, "ce_time")).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(data(record).get("zone").asText()).isEqualTo("FRA");
    }

    @Test
    void aTableWithOurNamesNeedsNoMapping() throws IOException {
        Answer answer = importing(
                "csv?kind=compute&source=" + source,
                "id,time,vcpuHours,measuredEnergyKwh,region,label.team\r\n"
                        + "\"a, b\",2026-11-23T10:00:00Z,96,4.2,FRA,\"search \"\"x\"\"\"\r\n"
                        + "c,2026-11-23T10:00:00Z,1,,,\r\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        Map<String, ConsumerRecord<byte[], byte[]>> stored = StoredActivities.ofSource(source);
        assertThat(new String(stored.get("a, b").value(), UTF_8))
                .contains("\"vcpuHours\":96", "\"measuredEnergyKwh\":4.2", "\"team\":\"search \\\"x\\\"\"");
        assertThat(data(stored.get("c"))).isEqualTo(new ObjectMapper().readTree("{\"vcpuHours\":1}"));
    }

    @Test
    void otherNamesAreMappedAndWhatIsNotMappedIsNotRead() throws IOException {
        HttpRequest.Builder request = Door.request("/v1/import/csv?kind=llm-inference&source=" + source)
                .header("Sillage-Columns", "id=Request, time=Done,provider=By ,inputTokens=In,outputTokens=Out");

        Answer answer = send(
                request,
                "Request,Done,By,In,Out,Prompt\nr1,2026-11-23T10:00:00Z,openai,12,5,what nobody should read\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(new String(StoredActivities.ofSource(source).get("r1").value(), UTF_8))
                .contains("\"inputTokens\":12")
                .doesNotContain("nobody");
    }

    @Test
    void aBadRowIsRefusedByItselfWithTheMemberThatIsWrong() {
        Answer answer = importing(
                "csv?kind=compute&source=" + source,
                "id,time,vcpuHours\na,2026-11-23T10:00:00Z,1\nb,2026-11-23T10:00:00Z,many\nc,yesterday,1\nd,2026-11-23T10:00:00Z,1e9999\n");

        assertThat(answer.json().get("accepted").asInt()).isEqualTo(1);
        assertThat(answer.json().get("problems").findValuesAsText("pointer"))
                .containsExactly("/data/vcpuHours", "/time", "/data/vcpuHours");
        assertThat(StoredActivities.ofSource(source)).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csv | text/csv | id,time | 400",
                "csv?kind=nonsense | text/csv | id,time | 400",
                "csv?kind=compute | application/json | {} | 415",
                "csv?kind=compute | text/csv; charset=utf-8 | id,time | 400",
                "csv?kind=compute | text/csv | id,colour;;a,b | 400",
                "csv?kind=compute | text/csv | id,id;;a,b | 400",
                "csv?kind=compute | text/csv | id,time;;a | 400",
                "csv?kind=compute&label=x | text/csv | id,time;;a,b | 400",
                "codecarbon | text/csv | id,time;;a,b | 400",
                "codecarbon?kind=email | text/csv | id,time;;a,b | 400",
                "codecarbon?timeZone=Paris | text/csv | id,time;;a,b | 400",
            })
    void aTableThatIsNoneIsRefusedAsAWhole(String path, String type, String body, int status) {
        Answer answer = Door.send(Door.request("/v1/import/" + path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body.replace(";;", "\n")))
                .build());

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    private String row(String timestamp, int seconds, double energyKwh, double pue) {
        return timestamp + ",llm," + run + ",5b0fa12a," + seconds + ",0.1,1e-05,42.5,0,11.8,0.1,0,0.1," + energyKwh
                + ",France,FRA,ile-de-france,,,Linux,3.12,3.0.4,8,\"Intel(R) Xeon(R), 2.2 GHz\",1,1 x A100,2.3,48.8,31.5,"
                + "machine,N," + pue;
    }

    private static Answer importing(String path, String csv) {
        return send(Door.request("/v1/import/" + path), csv);
    }

    private static Answer send(HttpRequest.Builder request, String csv) {
        return Door.send(request.header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv))
                .build());
    }

    private static ConsumerRecord<byte[], byte[]> only(String id) {
        return last(id);
    }

    private static ConsumerRecord<byte[], byte[]> last(String id) {
        return StoredActivities.all().stream()
                .filter(record -> id.equals(header(record, "ce_id")))
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private static JsonNode data(ConsumerRecord<byte[], byte[]> record) throws IOException {
        return new ObjectMapper().readTree(record.value());
    }
}
