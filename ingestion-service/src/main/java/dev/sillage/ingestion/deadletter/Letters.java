package dev.sillage.ingestion.deadletter;

import dev.sillage.access.Scope;
import dev.sillage.access.Tenant;
import dev.sillage.ingestion.access.Access;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The letters that a caller may see: those of the own tenant, with the scope admin. */
@ApplicationScoped
class Letters {
    private static final int MAX_LIMIT = 1000;

    private final Access access;
    private final LetterReader reader;

    Letters(Access access, LetterReader reader) {
        this.access = access;
        this.reader = reader;
    }

    /**
     * @throws RequestRefusedException without the scope admin
     */
    Tenant tenant(@Nullable String authorization) {
        return access.require(authorization, Scope.ADMIN).tenant();
    }

    /**
     * Shows letters to the visitor until it wants no more.
     *
     * @param cursor of the answer before; null for the first
     * @return the cursor of this answer; null at the end
     */
    @Nullable
    String read(Search search, @Nullable String cursor, Predicate<ConsumerRecord<byte[], byte[]>> visitor) {
        return reader.read(search.stage(), place(cursor, search), visitor)
                .map(LetterId::toString)
                .orElse(null);
    }

    /**
     * The letter of that id; another tenant's is as good as none.
     *
     * @throws RequestRefusedException of type NOT_FOUND
     */
    ConsumerRecord<byte[], byte[]> find(@Nullable String authorization, String text) {
        Tenant tenant = tenant(authorization);
        LetterId id = LetterId.parse(text).orElseThrow(Letters::none);
        Search own = new Search(tenant, id.stage(), null, null, null);
        AtomicReference<@Nullable ConsumerRecord<byte[], byte[]>> found = new AtomicReference<>();
        reader.read(id.stage(), id, record -> {
            if (record.partition() == id.partition() && record.offset() == id.offset() && own.matches(record)) {
                found.set(record);
            }
            return false;
        });
        ConsumerRecord<byte[], byte[]> record = found.get();
        if (record == null) {
            throw none();
        }
        return record;
    }

    /**
     * @throws RequestRefusedException when it is no number, or out of range
     */
    static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Refused below like any other value.
        }
        throw new RequestRefusedException(
                ProblemType.OUT_OF_RANGE, "The parameter limit must be a whole number from 1 to " + MAX_LIMIT + ".");
    }

    /**
     * A word that is not understood, or none at all, must not be taken for the more dangerous one.
     *
     * @param words of the parameter, null when it is not there
     * @throws RequestRefusedException when they are neither true nor false
     */
    static boolean dryRun(@Nullable List<String> words) {
        if (words == null || words.equals(List.of("false"))) {
            return false;
        }
        if (words.equals(List.of("true"))) {
            return true;
        }
        throw new RequestRefusedException(ProblemType.NOT_ONE_OF, "The parameter dryRun must be true or false, once.");
    }

    /** What the work answers, or the problem for which it is refused. */
    static <T> T answer(Supplier<T> work) {
        try {
            return work.get();
        } catch (RequestRefusedException refused) {
            throw refused.toProblem();
        }
    }

    private static @Nullable LetterId place(@Nullable String cursor, Search search) {
        if (cursor == null) {
            return null;
        }
        return LetterId.parse(cursor)
                .filter(id -> id.stage() == search.stage())
                .orElseThrow(() -> new RequestRefusedException(
                        ProblemType.BAD_REQUEST, "The cursor is none of an answer about this stage."));
    }

    private static RequestRefusedException none() {
        return new RequestRefusedException(ProblemType.NOT_FOUND, "There is no such dead letter.");
    }
}
