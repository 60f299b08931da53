package dev.sillage.reporting.account;

import dev.sillage.activity.ActivityTopic;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.intake.BoundedText;
import dev.sillage.reporting.intake.DeadLetter;
import dev.sillage.reporting.intake.DeadLetterTable;
import dev.sillage.reporting.intake.Intake;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.Received;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** What the calculation could not compute, into the table where a person can see it. Exactly once, see Intake. */
@ApplicationScoped
class DeadLetterConsumer {
    private static final String CHANNEL = "dead-letters";
    private static final int MAX_HEADER_LENGTH = 512;
    private static final int YEAR_LIMIT = 9999;

    private final Intake intake;
    private final DeadLetterTable table;
    private final AccountBook accounts;

    DeadLetterConsumer(Intake intake, DeadLetterTable table, AccountBook accounts) {
        this.intake = intake;
        this.table = table;
        this.accounts = accounts;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> polled) {
        intake.take(CHANNEL, polled, DeadLetterConsumer::read, records -> this::write);
    }

    private void write(Connection connection, List<Received> records) throws SQLException {
        List<DeadLetter> letters = records.stream()
                .filter(DeadLetter.class::isInstance)
                .map(DeadLetter.class::cast)
                .toList();
        Set<LogPosition> added = table.insert(connection, letters);
        Counts counts = accounts.open();
        for (DeadLetter letter : letters) {
            if (letter.stage() == DeadLetter.Stage.CALCULATION && added.remove(letter.origin())) {
                counts.countDeadLetter(letter);
            }
        }
        counts.write(connection);
    }

    /** Without a usable origin the dead letter is its own origin: seen again it is still one. */
    static Received read(ConsumerRecord<byte[], byte[]> record) {
        LogPosition at = LogPosition.of(record);
        Headers headers = record.headers();
        LogPosition origin = LogPosition.parse(header(headers, FootprintTopic.HEADER_ORIGIN, ""))
                .orElse(at);
        return new DeadLetter(
                at,
                DeadLetter.Stage.CALCULATION,
                origin,
                header(headers, FootprintTopic.HEADER_TENANT, tenantOfKey(record)),
                header(headers, FootprintTopic.HEADER_REASON, "unspecified"),
                header(headers, FootprintTopic.HEADER_DETAIL, "The dead letter does not say why."),
                time(header(headers, FootprintTopic.HEADER_TIME, "")),
                time(header(headers, ActivityTopic.HEADER_ACCEPTED_AT, "")),
                origin);
    }

    private static String header(Headers headers, String name, String otherwise) {
        String value = BoundedText.ofHeader(headers, name, MAX_HEADER_LENGTH);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    private static String tenantOfKey(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return "";
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        int end = key.indexOf('\u001f');
        return end < 0 ? "" : key.substring(0, end);
    }

    private static @Nullable Instant time(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return time.getYear() < 1 || time.getYear() > YEAR_LIMIT ? null : time.toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
