package dev.sillage.reporting.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sillage.access.UnsafeStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseConnectionTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "jdbc:postgresql://db.example/sillage, a-secret, sslmode=verify-full",
                "jdbc:postgresql://db.example/sillage?sslmode=require, a-secret, sslmode=verify-full",
                "jdbc:postgresql://db.example/sillage?sslmode=verify-full, sillage, quarkus.datasource.password",
                "jdbc:postgresql://db.example/sillage?sslmode=verify-full, '', quarkus.datasource.password",
                "jdbc:postgresql://a.example:5432;b.example:5432/sillage, a-secret, sslmode=verify-full",
            })
    void aDatabaseElsewhereThatAnybodyCouldReadStopsTheStart(String url, String password, String key) {
        assertThatThrownBy(() -> new DatabaseConnection(url, password).requireProtection())
                .isInstanceOf(UnsafeStartException.class)
                .hasMessageContaining(key);
    }

    @Test
    void aDatabaseOnThisMachineOrOneThatIsCheckedDoesNot() {
        assertThatCode(() -> new DatabaseConnection("jdbc:postgresql://localhost:8085/sillage", "").requireProtection())
                .doesNotThrowAnyException();
        assertThatCode(() -> new DatabaseConnection(
                                "jdbc:postgresql://db.example/sillage?sslmode=verify-full&sslrootcert=/ca", "a-secret")
                        .requireProtection())
                .doesNotThrowAnyException();
    }
}
