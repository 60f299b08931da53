package dev.sillage.calculation.read;

import org.jspecify.annotations.Nullable;

/**
 * One way in which data break the limits of their kind.
 *
 * @param rule which rule is broken
 * @param member JSON pointer (RFC 6901) from the data to the member, made of names of the contract only; empty for the
 *     data themselves
 * @param senderName the name below {@code member} that the sender made up, when the fault is there: content of the
 *     event, for the sender's eyes only
 * @param remedy what is expected instead, without any content of the event
 */
public record Violation(Rule rule, String member, @Nullable String senderName, String remedy) {

    /** The rules that data can break, each with the code that answers carry. */
    public enum Rule {
        UNKNOWN_MEMBER("unknown-member"),
        MISSING_MEMBER("missing-member"),
        DUPLICATE_MEMBER("duplicate-member"),
        WRONG_TYPE("wrong-type"),
        OUT_OF_RANGE("out-of-range"),
        INVALID_TEXT("invalid-text"),
        NOT_ONE_OF("not-one-of"),
        INVALID_LABELS("invalid-labels");

        private final String code;

        Rule(String code) {
            this.code = code;
        }

        /** A stable code. */
        public String code() {
            return code;
        }
    }

    /** The JSON pointer from the data to the fault, the sender's own names included. */
    public String pointer() {
        return senderName == null
                ? member
                : member + "/" + senderName.replace("~", "~0").replace("/", "~1");
    }

    /** The same, told of something that holds the data in that member. */
    Violation within(String holder) {
        return new Violation(rule, "/" + holder + member, senderName, remedy);
    }

    /** The violation in a sentence without any content of the event, fit for logs and dead letters. */
    public String withoutContent() {
        String where = member.isEmpty() ? "the data" : member;
        return rule.code + " at " + where + ": " + remedy;
    }
}
