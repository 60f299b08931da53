package dev.sillage.calculation.own;

import dev.sillage.calculation.own.OwnFactorRecord.Change;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stores changes, one request after the other, and answers when all in-sync replicas of the broker have them. */
@Singleton
class OwnFactorWriter {
    private static final Logger LOG = Logger.getLogger(OwnFactorWriter.class);
    private static final Duration READ_BACK = Duration.ofSeconds(5);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Map<String, Object> kafka;
    private final OwnFactorFollower follower;
    private @Nullable Producer<byte[], byte[]> producer;

    OwnFactorWriter(@Identifier("default-kafka-broker") Map<String, Object> kafka, OwnFactorFollower follower) {
        this.kafka = kafka;
        this.follower = follower;
    }

    /**
     * Stores changes, which are found while no other request changes anything, and waits a while until this replica computes with them; the others follow within moments.
     *
     * @throws HttpProblem when they are not durable in time; repeating them does no harm
     */
    synchronized void write(Supplier<List<Change>> wanted) {
        List<Change> changes = wanted.get();
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>(changes.size());
            for (Change change : changes) {
                sent.add(producer().send(OwnFactorRecord.of(change)));
            }
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
            for (Future<RecordMetadata> record : sent) {
                if (!follower.awaitRead(record.get(), READ_BACK)) {
                    LOG.warn("own factors are stored, but this replica has not read them back yet");
                    return;
                }
            }
        } catch (ExecutionException | KafkaException e) {
            LOG.warnf("own factors are not durable (%s)", e.getMessage());
            throw notDurable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notDurable();
        }
    }

    private Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(ProducerConfig.CLIENT_ID_CONFIG, "sillage-own-factors");
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
            open = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    static HttpProblem notDurable() {
        ProblemType type = ProblemType.NOT_DURABLE;
        return HttpProblem.builder(Problem.of(type, type.meaning() + " " + type.remedy(), null)
                        .asAnswer())
                .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }

    @PreDestroy
    synchronized void close() {
        Producer<byte[], byte[]> open = producer;
        if (open != null) {
            open.close(Duration.ofSeconds(1));
        }
    }
}
