package dev.sillage.ingestion.access;

import static dev.sillage.ingestion.StoredActivities.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.StoredActivities;
import dev.sillage.ingestion.otlp.GrpcCalls;
import dev.sillage.ingestion.otlp.GrpcClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The port for gRPC asks for the same credentials, and takes the tenant from them. */
@QuarkusTest
@WithTestResource(Broker.class)
@TestProfile(KeyProfile.class)
class GrpcAccessTest {
    @Inject
    GrpcCalls calls;

    @ParameterizedTest
    @CsvSource({
        "none, 16, ''",
        "nonsense, 16, ''",
        "wrong-secret, 16, ''",
        "expired, 16, ''",
        "revoked, 16, ''",
        "acme-read, 7, ''",
        "acme-admin, 7, ''",
        "acme-ingest, 0, acme",
        "globex-ingest, 0, globex",
    })
    void aCredentialOpensWhatItsScopeSays(String credential, int status, String tenant) {
        GrpcCalls.Call call = calls.newCall();

        GrpcClient.Answer answer = calls.send(call, KeyProfile.authorization(credential));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(StoredActivities.all().stream()
                        .filter(record -> call.id().equals(header(record, "ce_id")))
                        .map(record -> header(record, "ce_tenant")))
                .containsExactlyElementsOf(tenant.isEmpty() ? List.of() : List.of(tenant));
    }
}
