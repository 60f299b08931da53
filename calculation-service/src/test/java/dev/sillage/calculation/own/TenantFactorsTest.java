package dev.sillage.calculation.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.Overrides;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenantFactorsTest {
    private static final String KEY = "grid.ghg.location";
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-11-23T11:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static OwnFactor factor(double grams, @Nullable Instant from, @Nullable Instant to) {
        return new OwnFactor(KEY, "FRA", "gCO2e/kWh", grams, grams, grams, from, to, "meter");
    }

    private static double at(TenantFactors factors, Instant time) {
        return Objects.requireNonNull(factors.find(KEY, "FRA", time)).central();
    }

    @Test
    void aFactorForATimeComesBeforeOneForAllTimes() {
        TenantFactors factors = new TenantFactors(List.of(factor(50, null, null), factor(20, TEN, ELEVEN)));

        assertThat(at(factors, TEN)).isEqualTo(20);
        assertThat(at(factors, ELEVEN.minusNanos(1))).isEqualTo(20);
        assertThat(at(factors, ELEVEN)).isEqualTo(50);
        assertThat(at(factors, TEN.minusNanos(1))).isEqualTo(50);
    }

    @Test
    void whereNothingIsSetTheCatalogueHolds() {
        TenantFactors factors = new TenantFactors(List.of(factor(20, TEN, ELEVEN), factor(30, NOON, null)));

        assertThat(factors.find(KEY, "FRA", ELEVEN)).isNull();
        assertThat(factors.find(KEY, "DEU", TEN)).isNull();
        assertThat(factors.find("datacentre.pue", null, TEN)).isNull();
        assertThat(at(factors, NOON.plusSeconds(1_000_000))).isEqualTo(30);
    }

    @Test
    void resultsNameWhatIsOwnAndForWhichTime() {
        Factor found =
                Objects.requireNonNull(new TenantFactors(List.of(factor(20, TEN, ELEVEN))).find(KEY, "FRA", TEN));

        assertThat(found.quality()).isEqualTo(Overrides.QUALITY);
        assertThat(found.source()).isEqualTo("meter (2026-11-23T10:00:00Z/2026-11-23T11:00:00Z)");
    }

    @Test
    void equalContentsHaveEqualVersionsInAnyOrder() {
        OwnFactor first = factor(20, TEN, ELEVEN);
        OwnFactor second = factor(30, ELEVEN, NOON);

        String version = new TenantFactors(List.of(first, second)).version();

        assertThat(new TenantFactors(List.of(second, first)).version()).isEqualTo(version);
        assertThat(new TenantFactors(List.of(first)).version()).isNotEqualTo(version);
        assertThat(version).matches("own\\.[0-9a-f]{12}");
        assertThat(TenantFactors.NONE.version()).isEmpty();
    }

    @Test
    void timesOfOnePeriodHaveEqualFactors() {
        TenantFactors factors = new TenantFactors(List.of(factor(20, TEN, ELEVEN), factor(30, ELEVEN, NOON)));

        assertThat(factors.period(TEN)).isEqualTo(factors.period(ELEVEN.minusNanos(1)));
        assertThat(factors.period(TEN)).isNotEqualTo(factors.period(TEN.minusNanos(1)));
        assertThat(factors.period(ELEVEN)).isNotEqualTo(factors.period(TEN)).isNotEqualTo(factors.period(NOON));
    }

    @Test
    void twoFactorsMustNotHoldAtTheSameTime() {
        TenantFactors present = new TenantFactors(List.of(factor(20, TEN, NOON)));

        assertThat(new Schedule(present, List.of()).add(factor(1, ELEVEN, null)))
                .isPresent();
        assertThat(new Schedule(present, List.of()).add(factor(1, null, ELEVEN)))
                .isPresent();
        assertThat(new Schedule(present, List.of()).add(factor(1, NOON, null))).isEmpty();
        assertThat(new Schedule(present, List.of()).add(factor(1, null, TEN))).isEmpty();
        assertThat(new Schedule(present, List.of()).add(factor(1, null, null))).isEmpty();
    }

    @Test
    void aFactorWithTheSameBeginIsReplacedWhateverTheOrderOfTheRequest() {
        TenantFactors present = new TenantFactors(List.of(factor(20, TEN, NOON)));
        OwnFactor shorter = factor(1, TEN, ELEVEN);
        OwnFactor next = factor(2, ELEVEN, NOON);

        Schedule schedule = new Schedule(present, List.of(next, shorter));

        assertThat(schedule.add(next)).isEmpty();
        assertThat(schedule.add(shorter)).isEmpty();
        assertThat(schedule.add(shorter)).isPresent();
    }
}
