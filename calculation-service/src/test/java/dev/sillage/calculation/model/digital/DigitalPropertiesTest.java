package dev.sillage.calculation.model.digital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.Activity;
import dev.sillage.activity.DataTransfer;
import dev.sillage.activity.DeviceUse;
import dev.sillage.activity.Email;
import dev.sillage.activity.SocialFeed;
import dev.sillage.activity.VideoCall;
import dev.sillage.activity.VideoStreaming;
import dev.sillage.activity.WebPage;
import dev.sillage.activity.WebSearch;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.sheet.ExplanationCheck;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DigitalPropertiesTest {

    @Property(tries = 300, seed = "2026")
    void everyFigureIsOrderedAndCanBePublishedOrIsNamedAsAbsent(@ForAll("activities") Activity activity)
            throws Exception {
        Footprint footprint = Digital.footprint(activity);

        assertThat(footprint.figures()).containsKey(Criterion.ENERGY);
        for (Criterion criterion : Criterion.values()) {
            Range figure = footprint.figures().get(criterion);
            if (figure == null) {
                assertThat(footprint.warnings()).contains("no-data:" + criterion.wireName());
            } else {
                Figure.rounded(figure.low(), figure.central(), figure.high());
            }
        }
    }

    @Property(tries = 300, seed = "2026")
    void everyStepOfAnExplanationCanBeCheckedByHand(@ForAll("activities") Activity activity) throws Exception {
        Explanation explanation = Digital.explain(activity);

        ExplanationCheck.check(explanation);
        assertThat(explanation.footprint()).isEqualTo(Digital.footprint(activity));
    }

    @Property(tries = 100, seed = "2026")
    void longerCostsMoreInEveryBound(
            @ForAll @DoubleRange(min = 1, max = 1e8) double seconds,
            @ForAll @DoubleRange(min = 1, max = 10) double more)
            throws Exception {
        atLeast(
                new VideoStreaming(seconds * more, "HD", null, "fixed", "FRA", 1),
                new VideoStreaming(seconds, "HD", null, "fixed", "FRA", 1));
        atLeast(
                new VideoCall(seconds * more, 3, "SD", null, "mobile", "DEU"),
                new VideoCall(seconds, 3, "SD", null, "mobile", "DEU"));
        atLeast(
                new SocialFeed(seconds * more, "tiktok", null, null, "FRA"),
                new SocialFeed(seconds, "tiktok", null, null, "FRA"));
        atLeast(new DeviceUse("tv", seconds * more, "FRA"), new DeviceUse("tv", seconds, "FRA"));
    }

    @Property(tries = 100, seed = "2026")
    void moreDataCostMoreInEveryBound(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long bytes,
            @ForAll @LongRange(min = 0, max = 1_000_000) long more)
            throws Exception {
        atLeast(new DataTransfer(bytes + more, "mobile", "FRA"), new DataTransfer(bytes, "mobile", "FRA"));
        atLeast(new WebPage(bytes + more, 2, null, "FRA"), new WebPage(bytes, 2, null, "FRA"));
    }

    /**
     * The low bound of a mail is not asserted: its data are so much less certain than its time that a larger mail widens
     * the range by more than it raises the centre.
     */
    @Property(tries = 100, seed = "2026")
    void aLargerMailCostsMore(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long bytes,
            @ForAll @LongRange(min = 0, max = 1_000_000) long more)
            throws Exception {
        Footprint larger = Digital.footprint(mail(bytes + more, 1));
        Digital.footprint(mail(bytes, 1)).figures().forEach((criterion, less) -> {
            assertThat(larger.figures().get(criterion).central()).isGreaterThanOrEqualTo(less.central());
            assertThat(larger.figures().get(criterion).high()).isGreaterThanOrEqualTo(less.high() * (1 - 1e-12));
        });
    }

    @Property(tries = 100, seed = "2026")
    void splittingAnActivityGivesTheSameTotal(
            @ForAll @DoubleRange(min = 1, max = 1e8) double seconds, @ForAll @IntRange(min = 2, max = 50) int people)
            throws Exception {
        same(
                people,
                new VideoStreaming(seconds, "4K", null, null, "FRA", people),
                new VideoStreaming(seconds, "4K", null, null, "FRA", 1));
        same(
                people,
                new VideoCall(seconds, people, null, null, null, null),
                new VideoCall(seconds, 1, null, null, null, null));
        same(people, new WebSearch(people, null, null, "USA"), new WebSearch(1, null, null, "USA"));
        same(people, new WebPage(2_000_000, people, true, "USA"), new WebPage(2_000_000, 1, true, "USA"));
        same(2, new SocialFeed(2 * seconds, "x", null, null, null), new SocialFeed(seconds, "x", null, null, null));
        same(2, new DeviceUse("monitor", 2 * seconds, null), new DeviceUse("monitor", seconds, null));
    }

    private static Email mail(long bytes, int recipients) {
        return new Email(bytes, recipients, null, null, null, null, null, null, "FRA");
    }

    private static void atLeast(Activity larger, Activity smaller) throws Exception {
        Footprint more = Digital.footprint(larger);
        Digital.footprint(smaller).figures().forEach((criterion, less) -> {
            Range figure = more.figures().get(criterion);
            assertThat(figure.low()).isGreaterThanOrEqualTo(less.low() * (1 - 1e-12));
            assertThat(figure.central()).isGreaterThanOrEqualTo(less.central() * (1 - 1e-12));
            assertThat(figure.high()).isGreaterThanOrEqualTo(less.high() * (1 - 1e-12));
        });
    }

    private static void same(int times, Activity whole, Activity part) throws Exception {
        Footprint parts = Digital.footprint(part);
        Digital.footprint(whole).figures().forEach((criterion, figure) -> {
            Range one = parts.figures().get(criterion);
            assertThat(figure.low()).isCloseTo(times * one.low(), within(1e-9 * figure.low()));
            assertThat(figure.central()).isCloseTo(times * one.central(), within(1e-9 * figure.central()));
            assertThat(figure.high()).isCloseTo(times * one.high(), within(1e-9 * figure.high()));
        });
    }

    @Provide
    Arbitrary<Activity> activities() {
        Arbitrary<Double> seconds = Arbitraries.doubles().between(0, 1e9);
        Arbitrary<String> names = Arbitraries.of(null, "HD", "4K", "480p", "audio", "average", "odd", "9000p");
        Arbitrary<String> devices = Arbitraries.of(null, "tv", "laptop", "Smartphone", "odd");
        Arbitrary<String> anyDevices =
                Arbitraries.of("tv", "desktop", "monitor", "vr-headset", "router", "speaker", "odd");
        Arbitrary<String> networks = Arbitraries.of(null, "fixed", "mobile");
        Arbitrary<String> countries = Arbitraries.of(null, "FRA", "de", "KEN", "odd");
        Arbitrary<Integer> people = Arbitraries.integers().between(1, 1_000_000);
        Arbitrary<Long> bytes = Arbitraries.longs().between(0, 1_000_000_000_000L);
        Arbitrary<Long> counts = Arbitraries.longs().between(1, 1_000_000_000_000L);
        return Arbitraries.oneOf(
                Combinators.combine(seconds, names, devices, networks, countries, people)
                        .as(VideoStreaming::new),
                Combinators.combine(seconds, people, names, devices, networks, countries)
                        .as(VideoCall::new),
                Combinators.combine(seconds, Arbitraries.of("TikTok", "Instagram", "odd"), devices, networks, countries)
                        .as(SocialFeed::new),
                Combinators.combine(bytes, counts, Arbitraries.of(null, true, false), countries)
                        .as(WebPage::new),
                Combinators.combine(counts, devices, networks, countries).as(WebSearch::new),
                Combinators.combine(anyDevices, seconds, countries).as(DeviceUse::new),
                Combinators.combine(bytes, Arbitraries.of("fixed", "mobile", "datacentre"), countries)
                        .as(DataTransfer::new),
                Combinators.combine(
                                bytes,
                                people,
                                Arbitraries.doubles().between(0, 100),
                                Arbitraries.of(null, true, false),
                                networks,
                                countries)
                        .as((size, recipients, years, spam, network, country) ->
                                new Email(size, recipients, null, null, years, spam, null, network, country)));
    }
}
