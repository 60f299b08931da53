package dev.sillage.calculation.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.read.InvalidActivityException;
import java.io.IOException;

/** An activity without a result. It has no stack trace: it is an answer and not a fault. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;
    private final String detail;

    /**
     * An activity without a result.
     *
     * @param detail a sentence for people, without any content of the event
     */
    public RefusedException(RefusalReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    public RefusalReason reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }

    /** A part of the way to a result. */
    @FunctionalInterface
    public interface Step<T> {
        T take() throws InvalidActivityException, NotComputableException, IOException;
    }

    /** Takes a step; what goes wrong on it with the activity is told in the words of {@link RefusalReason}. */
    public static <T> T unless(Step<T> step) throws RefusedException {
        try {
            return step.take();
        } catch (InvalidActivityException e) {
            throw new RefusedException(
                    RefusalReason.INVALID_VALUE, e.violations().get(0).withoutContent());
        } catch (JsonProcessingException e) {
            throw new RefusedException(RefusalReason.UNREADABLE_DATA, "not one JSON text" + place(e));
        } catch (IOException e) {
            throw new RefusedException(RefusalReason.UNREADABLE_DATA, "not UTF-8");
        } catch (NotComputableException e) {
            throw new RefusedException(RefusalReason.NOT_COMPUTABLE, e.reason() + ": " + e.detail());
        }
    }

    /** The exception's own message would repeat the content. */
    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ": stopped at byte " + e.getLocation().getByteOffset();
    }
}
