package dev.sillage.calculation.own;

import dev.sillage.footprint.OwnFactorTopic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic of own factors from its begin, and then follows it, in a thread of its own. It has no group: every
 * replica reads all of it. After a failure it begins again; until then the last state stays.
 */
@ApplicationScoped
class OwnFactorFollower {
    private static final Logger LOG = Logger.getLogger(OwnFactorFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Map<String, Object> kafka;
    private final OwnFactors factors;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private final Object moved = new Object();
    private volatile @Nullable Thread thread;

    OwnFactorFollower(@Identifier("default-kafka-broker") Map<String, Object> kafka, OwnFactors factors) {
        this.kafka = kafka;
        this.factors = factors;
    }

    void start(@Observes StartupEvent event) {
        Thread started = new Thread(this::run, "own-factors");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        Thread running = thread;
        if (running != null) {
            running.join(GRACE.toMillis());
        }
    }

    private void run() {
        boolean complained = false;
        while (!isStopping()) {
            try (Consumer<byte[], byte[]> consumer = consumer()) {
                List<TopicPartition> partitions = partitions(consumer);
                complained = false;
                follow(consumer, partitions);
            } catch (WakeupException e) {
                return;
            } catch (KafkaException | IllegalStateException e) {
                if (!complained) {
                    LOG.warnf("own factors cannot be read (%s); trying until they can", e.getMessage());
                    complained = true;
                }
                pause();
            }
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause() {
        try {
            if (stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("stopping");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "sillage-own-factors");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        List<PartitionInfo> found = consumer.partitionsFor(OwnFactorTopic.NAME);
        if (found == null || found.isEmpty()) {
            throw new IllegalStateException("the topic " + OwnFactorTopic.NAME + " is missing; the platform makes it");
        }
        return found.stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private void follow(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        OwnFactorReading reading = new OwnFactorReading(factors);
        while (!isStopping()) {
            consumer.poll(POLL).forEach(reading::apply);
            reading.show(ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue()));
            synchronized (moved) {
                partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
                moved.notifyAll();
            }
        }
    }

    /**
     * Waits until this replica has read that record.
     *
     * @return whether it has
     */
    boolean awaitRead(RecordMetadata record, Duration longest) throws InterruptedException {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        long deadline = System.nanoTime() + longest.toNanos();
        synchronized (moved) {
            while (positions.getOrDefault(partition, 0L) <= record.offset()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                moved.wait(left);
            }
        }
        return true;
    }
}
