package dev.sillage.ingestion.series;

import static dev.sillage.ingestion.observation.Quantity.INPUT;
import static dev.sillage.ingestion.observation.Quantity.OUTPUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.observation.Point;
import dev.sillage.ingestion.observation.Quantity;
import dev.sillage.ingestion.observation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountingTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private SeriesState state = SeriesState.NEW;

    @Test
    void theFirstCumulativePointCountsFromItsStart() {
        Counting counting = count(window(60, cumulative(10, 1, 500, 5)));

        assertThat(counting.increments()).containsEntry(INPUT, new Increment(500, 5L));
        assertThat(counting.fromUnixNanos()).isEqualTo(10);
    }

    @Test
    void aLaterOneCountsTheDifferenceSinceTheOneBefore() {
        count(window(60, cumulative(10, 1, 500, 5)));

        Counting counting = count(window(120, cumulative(10, 1, 700, 8)));

        assertThat(counting.increments()).containsEntry(INPUT, new Increment(200, 3L));
        assertThat(counting.fromUnixNanos()).isEqualTo(60);
    }

    @Test
    void aSeriesThatCountsBackwardsBeganAgain() {
        count(window(60, cumulative(10, 1, 500, 5)));

        Counting counting = count(window(120, cumulative(10, 1, 30, 1)));

        assertThat(counting.increments()).containsEntry(INPUT, new Increment(30, 1L));
    }

    @Test
    void pointsThatComeAgainOrLateAddNothing() {
        count(window(60, cumulative(10, 1, 500, 5)));
        count(window(120, cumulative(10, 1, 700, 8)));

        assertThat(count(window(60, cumulative(10, 1, 500, 5))).increments()).isEmpty();
        assertThat(count(window(120, cumulative(10, 1, 700, 8))).increments()).isEmpty();
        assertThat(count(window(90, cumulative(10, 1, 600, 6))).increments()).isEmpty();
    }

    @Test
    void seriesThatDifferInWhatNobodyReadsAreAddedUp() {
        count(window(60, cumulative(10, 1, 500, 5), cumulative(10, 2, 40, 1)));

        Counting counting = count(window(120, cumulative(10, 2, 50, 2), cumulative(10, 1, 600, 6)));

        assertThat(counting.increments()).containsEntry(INPUT, new Increment(110, 2L));
    }

    @Test
    void aDeltaCountsAsItIsAndOnceInARow() {
        assertThat(count(window(60, delta(INPUT, 0, 500))).increments()).hasSize(1);
        assertThat(count(window(60, delta(INPUT, 0, 500))).increments()).isEmpty();
        assertThat(count(window(120, delta(INPUT, 60, 20))).increments()).containsEntry(INPUT, new Increment(20, 1L));
    }

    @Test
    void whatIsToldApartOfTheSameTimeGoesOn() {
        assertThat(count(window(60, delta(INPUT, 5, 500))).continued()).isFalse();
        assertThat(count(window(60, delta(OUTPUT, 5, 9))).continued()).isTrue();
        assertThat(count(window(70, delta(INPUT, 60, 1))).continued()).isFalse();
    }

    @Test
    void moreSeriesThanAreKeptAreRefusedAndNeverCountedAgainAndAgain() {
        Point[] first = processes(1000, 250);
        Point[] second = processes(1500, 250);

        Counting one = count(window(60, first));
        Counting two = count(window(120, second));

        assertThat(one.refused()).isEqualTo(50);
        assertThat(one.increments()).containsEntry(INPUT, new Increment(200 * 1000, 200L));
        assertThat(two.refused()).isEqualTo(50);
        assertThat(two.increments()).containsEntry(INPUT, new Increment(200 * 500, 0L));
    }

    @Test
    void aSeriesThatMayHaveBeenForgottenCountsOnlyWhatComesAfter() {
        long day = Duration.ofDays(1).toNanos();
        count(window(60, processes(1000, 200)));
        count(window(60 + 2 * day, new Point(INPUT, true, day, 7, 1L, 999)));

        Counting back = count(window(70 + 2 * day, cumulative(10, 5, 1400, 1)));
        Counting later = count(window(80 + 2 * day, cumulative(10, 5, 1500, 2)));

        assertThat(back.increments()).isEmpty();
        assertThat(later.increments()).containsEntry(INPUT, new Increment(100, 1L));
    }

    @Test
    void tokensThatAreToldInTwoWaysCountInOne() {
        Counting total = count(window(60, delta(INPUT, 5, 500)));
        Counting byModality = count(window(60, delta(Quantity.OTHER_INPUT, 5, 500)));

        assertThat(total.telling()).isEqualTo(Telling.TOTAL);
        assertThat(byModality.telling()).isEqualTo(Telling.TOTAL);
    }

    @Test
    void aWayOfTellingThatIsNotUsedAnyMoreGivesWay() {
        count(window(60, delta(INPUT, 5, 500)));

        long later = 60 + Duration.ofMinutes(11).toNanos();

        assertThat(count(window(later, delta(Quantity.OTHER_INPUT, 5, 500))).telling())
                .isEqualTo(Telling.BY_MODALITY);
    }

    @Test
    void aStateIsTheSameWhenItIsStoredAndReadAgain() throws Exception {
        count(window(60, cumulative(10, Long.MIN_VALUE, 0.1 + 0.2, 5), delta(OUTPUT, 5, 9)));

        assertThat(SeriesState.read(state.write())).isEqualTo(state);
    }

    @Test
    void howeverPointsAreRepeatedAndDelayedNoTokenIsCountedTwiceAndTheLastPointIsReached() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            state = SeriesState.NEW;
            List<Window> sent = new ArrayList<>();
            double sum = 0;
            for (int i = 1; i <= 20; i++) {
                sum += random.nextInt(1000);
                sent.add(window(60L * i, cumulative(10, 1, sum, i)));
            }
            List<Window> received = new ArrayList<>(sent.subList(0, 19));
            received.addAll(sent.subList(0, random.nextInt(19)));
            Collections.shuffle(received, random);
            received.add(sent.get(19));

            double counted = received.stream()
                    .map(this::count)
                    .flatMap(counting -> counting.increments().values().stream())
                    .mapToDouble(Increment::sum)
                    .sum();

            assertThat(counted).as("seed " + seed).isEqualTo(sum);
        }
    }

    private static Point[] processes(double sum, int count) {
        return IntStream.range(0, count)
                .mapToObj(series -> cumulative(10, series, sum, 1))
                .toArray(Point[]::new);
    }

    private Counting count(Window window) {
        Counting counting = Counting.of(state, window, NOW, 1000);
        state = counting.next();
        return counting;
    }

    private static Window window(long time, Point... points) {
        return new Window("chat", "openai", true, "gpt-4o", null, time, List.of(points));
    }

    private static Point cumulative(long start, long series, double sum, long count) {
        return new Point(INPUT, true, start, sum, count, series);
    }

    private static Point delta(Quantity quantity, long start, double sum) {
        return new Point(quantity, false, start, sum, 1L, 1);
    }
}
