package dev.sillage.endtoend.faults;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Compares how much is on the topics with how much is in the book. */
final class StreamAudit {
    private final Topics topics;
    private final Differences differences;

    StreamAudit(Topics topics, Differences differences) {
        this.topics = topics;
        this.differences = differences;
    }

    /** Whether each topic that the book is made of was taken to its end. */
    static boolean isTaken(Topics topics, BookAudit book) throws SQLException {
        Map<String, Long> offsets = book.offsets();
        for (String topic : new String[] {Topics.FOOTPRINTS, Topics.AVOIDANCES, Topics.DEAD_LETTERS}) {
            for (Map.Entry<TopicPartition, Long> end : topics.ends(topic).entrySet()) {
                if (offsets.getOrDefault(end.getKey().toString(), 0L) < end.getValue()) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Compares everything since the data began.
     *
     * @param setAside how many events are on the topic of dead letters
     */
    void of(BookAudit book, int setAside) throws SQLException {
        Map<String, Long> counts = book.counts();
        long computed = counts.getOrDefault("computed", 0L);
        differences.compare(
                "accepted = computed + set aside",
                topics.ends(Topics.ACTIVITIES).values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                computed + setAside);
        differences.compare("set aside = dead letters in the book", setAside, counts.getOrDefault("dead letters", 0L));
        differences.compare(
                "computed = reported + amended + duplicates",
                computed,
                counts.getOrDefault("reported", 0L)
                        + counts.getOrDefault("amended", 0L)
                        + counts.getOrDefault("duplicates", 0L));
        Map<String, Long> applied = book.applied();
        Map<String, Long> taken = book.taken();
        TreeSet<String> partitions = new TreeSet<>(taken.keySet());
        partitions.addAll(applied.keySet());
        for (String partition : partitions) {
            differences.compare(
                    "each result is applied in one transaction only",
                    taken.getOrDefault(partition, 0L),
                    applied.getOrDefault(partition, 0L));
        }
    }
}
