package dev.sillage.reporting.export;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.export.Family.Behaviour;
import dev.sillage.reporting.export.Family.Unit;
import dev.sillage.reporting.export.TenantSums.Group;
import dev.sillage.reporting.export.TenantSums.Sum;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From sums to families, of which each figure finds its bounds, its coverage and its provenance by the same labels. */
final class Families {
    private static final int MOST_WORDS = 16;
    private static final int MICROS = 6;

    private Families() {}

    static List<Family> of(TenantSums sums) {
        List<Family> families = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            families.add(new Family(
                    quantity.wireName(), quantity.unit(), Behaviour.STOCK, quantity.help(), samples(quantity, sums)));
        }
        families.add(stock(
                "activities",
                "Activities that are in the report.",
                sums.groups().stream()
                        .map(group -> new Sample(labels(group), BigDecimal.valueOf(group.activities())))
                        .toList()));
        families.add(stock(
                "covered_activities",
                "Activities that have data for a criterion; the sums of it leave out all others.",
                coverage(sums)));
        families.add(new Family(
                "footprint",
                Unit.ONE,
                Behaviour.INFO,
                "By which methods, on which factors, how well known and with which warnings the figures of a kind and"
                        + " team came about.",
                sums.groups().stream().map(Families::provenance).toList()));
        families.add(new Family(
                "teams_in_other",
                Unit.ONE,
                Behaviour.GAUGE,
                "Teams that are too small to be shown apart; together they are the team other.",
                one(BigDecimal.valueOf(sums.teamsInOther()))));
        families.add(new Family(
                "reported",
                Unit.ONE,
                Behaviour.COUNTER,
                "Activities and avoidances that ever came into the report, each once.",
                one(BigDecimal.valueOf(sums.reported()))));
        families.add(new Family(
                "amended",
                Unit.ONE,
                Behaviour.COUNTER,
                "Corrections and retractions that ever took effect.",
                one(BigDecimal.valueOf(sums.amended()))));
        families.add(new Family(
                "read_timestamp",
                Unit.SECOND,
                Behaviour.GAUGE,
                "When all of this was read from the report.",
                one(BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, sums.readAt()), MICROS))));
        return List.copyOf(families);
    }

    private static Family stock(String name, String help, List<Sample> samples) {
        return new Family(name, Unit.ONE, Behaviour.STOCK, help, samples);
    }

    private static List<Sample> one(BigDecimal value) {
        return List.of(new Sample(Map.of(), value));
    }

    private static List<Sample> samples(Quantity quantity, TenantSums sums) {
        List<Sample> samples = new ArrayList<>();
        for (Group group : sums.groups()) {
            group.figures().forEach((criterion, sum) -> {
                if (Quantity.of(criterion) == quantity) {
                    bounds(sum).forEach((bound, value) -> {
                        Map<String, String> labels = labels(group);
                        labels.putAll(new TreeMap<>(Quantity.labels(criterion)));
                        labels.put("bound", bound);
                        samples.add(new Sample(labels, value.movePointRight(quantity.places())));
                    });
                }
            });
        }
        return samples;
    }

    private static Map<String, BigDecimal> bounds(Sum sum) {
        Map<String, BigDecimal> bounds = new LinkedHashMap<>();
        bounds.put("low", sum.low());
        bounds.put("central", sum.central());
        bounds.put("high", sum.high());
        return bounds;
    }

    private static List<Sample> coverage(TenantSums sums) {
        List<Sample> samples = new ArrayList<>();
        for (Group group : sums.groups()) {
            for (Criterion criterion : Criterion.values()) {
                Sum sum = group.figures().get(criterion);
                Map<String, String> labels = labels(group);
                labels.put("criterion", criterion.wireName());
                samples.add(new Sample(labels, BigDecimal.valueOf(sum == null ? 0 : sum.activities())));
            }
        }
        return samples;
    }

    private static Sample provenance(Group group) {
        Map<String, String> labels = labels(group);
        labels.put("methodology", words(group.provenance().methodologies()));
        labels.put("factor_set", words(group.provenance().factorSets()));
        labels.put("tier", words(group.provenance().tiers()));
        labels.put("warnings", words(group.provenance().warnings()));
        return new Sample(labels, BigDecimal.ONE);
    }

    /** At most so many, and how many more there are. */
    private static String words(List<String> words) {
        return words.size() <= MOST_WORDS
                ? String.join(" ", words)
                : String.join(" ", words.subList(0, MOST_WORDS)) + " and-" + (words.size() - MOST_WORDS) + "-more";
    }

    private static Map<String, String> labels(Group group) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("kind", group.kind());
        labels.put("team", group.team());
        return labels;
    }
}
