package dev.sillage.reporting.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Types of PostgreSQL, the Java values that go for them, and their numbers ("src/include/catalog/pg_type.dat" there). */
public enum SqlType {
    UUID("_uuid", 2950),
    SMALLINT("_int2", 21),
    INTEGER("_int4", 23),
    BIGINT("_int8", 20),
    BOOLEAN("_bool", 16),
    TIMESTAMPTZ("_timestamptz", 1184),
    NUMERIC("_numeric", 1700),
    TEXT("_text", 25);

    private final String arrayName;
    private final int oid;

    SqlType(String arrayName, int oid) {
        this.arrayName = arrayName;
        this.oid = oid;
    }

    /** What PostgreSQL calls an array of these. */
    String arrayName() {
        return arrayName;
    }

    int oid() {
        return oid;
    }

    /** Writes a value: a UUID, any whole number, a Boolean, an Instant, a BigDecimal or a String. */
    void write(Object value, BinaryValues to) {
        switch (this) {
            case UUID -> to.uuid((UUID) value);
            case SMALLINT -> to.smallint(((Number) value).intValue());
            case INTEGER -> to.integer(((Number) value).intValue());
            case BIGINT -> to.bigint(((Number) value).longValue());
            case BOOLEAN -> to.bool((Boolean) value);
            case TIMESTAMPTZ -> to.time((Instant) value);
            case NUMERIC -> to.numeric((BigDecimal) value);
            case TEXT -> to.text((String) value);
        }
    }
}
