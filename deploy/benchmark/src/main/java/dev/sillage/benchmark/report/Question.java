package dev.sillage.benchmark.report;

import java.util.List;
import java.util.Random;

/**
 * A documented question, as one of the tenants asks it.
 *
 * @param name what is asked
 * @param path with places for what differs from one time to the next
 */
record Question(String name, String path) {
    private static final int DAYS = 27;
    private static final int MODELS = 5;

    /** Every one whose answer is figures, activities or counts; what a tenant of this ledger has none of comes last. */
    static final List<Question> ALL = List.of(
            new Question(
                    "footprints: day by minute", "/v1/footprints?from=2026-03-{day}&to=2026-03-{next}&interval=minute"),
            new Question("footprints: month by hour", "/v1/footprints?from=2026-03-01&to=2026-04-01&interval=hour"),
            new Question(
                    "footprints: year by day, by team",
                    "/v1/footprints?from=2025-11-01&to=2026-11-01&interval=day&groupBy=team"),
            new Question(
                    "footprints: year by day, one criterion",
                    "/v1/footprints?from=2025-11-01&to=2026-11-01&interval=day&groupBy=team&criterion=energy"),
            new Question(
                    "footprints: year by month, 3 dimensions",
                    "/v1/footprints?from=2025-11-01&to=2026-11-01&interval=month&groupBy=team,model,zone"),
            new Question(
                    "footprints: Paris days, compared",
                    "/v1/footprints?from=2026-03-01&to=2026-04-01&interval=day&timeZone=Europe/Paris&compareTo=previousPeriod"),
            new Question(
                    "footprints: month, compared",
                    "/v1/footprints?from=2026-10-01&to=2026-11-01&interval=none&compareTo=previousPeriod"),
            new Question(
                    "footprints: Paris days, the largest 5, one left out",
                    "/v1/footprints?from=2026-03-01&to=2026-04-01&interval=day&timeZone=Europe/Paris&groupBy=team,model"
                            + "&top=5&rankBy=energy&filter=model!=model-{model}"),
            new Question(
                    "footprints: as of", "/v1/footprints?from=2025-11-01&to=2026-11-01&interval=month&asOf=2026-06-30"),
            new Question(
                    "footprints: year by day, filtered",
                    "/v1/footprints?from=2025-11-01&to=2026-11-01&interval=day&filter=model:model-{model}"),
            new Question(
                    "footprints: month by day as CSV",
                    "/v1/footprints?from=2026-03-01&to=2026-04-01&interval=day&groupBy=team&format=csv"),
            new Question("top", "/v1/footprints/top?from=2025-11-01&to=2026-11-01&groupBy=model&criterion=energy"),
            new Question("intensity", "/v1/intensity?from=2025-11-01&to=2026-11-01"),
            new Question(
                    "intensity of models",
                    "/v1/intensity?from=2026-03-{day}&to=2026-03-{next}&groupBy=model&unit=prompt,1000-tokens"),
            new Question("sources of a day", "/v1/sources?from=2026-03-{day}&to=2026-03-{next}"),
            new Question(
                    "sources of a team's year",
                    "/v1/sources?from=2025-11-01&to=2026-11-01&filter=team=team-1&criterion=energy"),
            new Question("activities", "/v1/activities?limit=20"),
            new Question("activities of a day", "/v1/activities?limit=20&from=2026-03-{day}&to=2026-03-{next}"),
            new Question("activities of a model", "/v1/activities?limit=20&model=model-{model}"),
            new Question("activities with a label", "/v1/activities?limit=20&label=team=a"),
            new Question("one activity", "/v1/activities/%2Fgateway/l-{number}"),
            new Question("dimensions", "/v1/dimensions"),
            new Question("metrics", "/v1/footprints/metrics"),
            new Question("reconciliation", "/v1/reconciliation"),
            new Question("reconciliation by hour", "/v1/reconciliation?from=2026-03-{day}&to=2026-03-{next}"),
            new Question("conflicts (none)", "/v1/conflicts"),
            new Question("unknown models (none)", "/v1/unknown-models"),
            new Question("avoided (nothing)", "/v1/avoided?from=2026-03-01&to=2026-04-01"),
            new Question("restatements (none)", "/v1/restatements"),
            new Question("audit (empty)", "/v1/audit"));

    /** Asked by that tenant. */
    String path(int tenant, Random random) {
        int day = 1 + random.nextInt(DAYS);
        return path.replace("{day}", String.format("%02d", day))
                .replace("{next}", String.format("%02d", day + 1))
                .replace("{model}", String.valueOf(random.nextInt(MODELS)))
                .replace("{number}", String.valueOf(LargeLedger.activityOf(tenant, random)));
    }
}
