package dev.sillage.calculation.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.activity.Activity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Email;
import dev.sillage.activity.LlmInference;
import dev.sillage.activity.VideoCall;
import dev.sillage.activity.VideoStreaming;
import dev.sillage.calculation.factor.FactorCatalogue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodologiesTest {
    /** Time on the processor, so that other work on the machine does not count. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final Methodologies methodologies = Methodologies.of(FactorCatalogue.load());

    @Test
    void eachKindThatIsComputedHasADefault() {
        assertThat(methodologies.defaultFor(ActivityKind.LLM_INFERENCE).map(Methodology::id))
                .contains("ecologits-2026-09");
        for (ActivityKind kind : List.of(ActivityKind.VIDEO_STREAMING, ActivityKind.VIDEO_CALL, ActivityKind.EMAIL)) {
            assertThat(methodologies.defaultFor(kind).map(Methodology::id)).contains("sillage-2026.1");
        }
        assertThat(methodologies.defaultFor(ActivityKind.COMPUTE)).isEmpty();
    }

    @Test
    void everyMethodIsFoundByItsId() {
        assertThat(methodologies.all())
                .extracting(Methodology::id)
                .containsExactly("ecologits-2026-09", "sillage-2026.1", "ecologits-2026-03", "ademe-2.1", "swd-4");
        assertThat(methodologies.all()).allSatisfy(method -> assertThat(methodologies.byId(method.id()))
                .contains(method));
        assertThat(methodologies.byId("tea-leaves")).isEmpty();
    }

    /** Prints the time per call with a warm virtual machine; the limit leaves room for a slow and busy one. */
    @Test
    void aFootprintTakesMicroseconds() throws Exception {
        List<Activity> activities = List.of(
                new LlmInference("openai", "gpt-4o", 1000, 400, null, null, null, null, 3.5, null, null),
                new LlmInference("anthropic", "claude-opus-4-5", 9000, 700, null, null, null, 3, null, "FRA", null),
                new VideoStreaming(3600, "HD", "laptop", "fixed", "FRA", null),
                new VideoCall(1800, 4, "HD", null, "fixed", "DE"),
                new Email(75_000, 3, null, null, null, null, null, null, "FRA"));
        for (Activity activity : activities) {
            Methodology method = methodologies.defaultFor(activity.kind()).orElseThrow();
            long best = Long.MAX_VALUE;
            for (int round = 0; round < 10; round++) {
                best = Math.min(best, nanosecondsPerCall(method, activity));
            }
            System.out.printf("footprint %s: %d ns/call%n", activity.kind().wireName(), best);
            assertThat(best).isLessThan(20_000);
        }
    }

    private static long nanosecondsPerCall(Methodology method, Activity activity) throws NotComputableException {
        int calls = 50_000;
        int warnings = 0;
        long start = CPU.getCurrentThreadCpuTime();
        for (int i = 0; i < calls; i++) {
            warnings += method.footprint(activity).warnings().size();
        }
        long elapsed = CPU.getCurrentThreadCpuTime() - start;
        assertThat(warnings).isPositive();
        return elapsed / calls;
    }
}
