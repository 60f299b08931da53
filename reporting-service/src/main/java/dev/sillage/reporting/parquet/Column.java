package dev.sillage.reporting.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A column: its type in the file, and its value of a row.
 *
 * @param <R> the rows
 */
public sealed interface Column<R> {
    /** The name that readers see. */
    String name();

    /** The type in the file. */
    Type type();

    /**
     * Writes the value of a row.
     *
     * @param leaves the writers of what the type consists of, in its order
     */
    void write(R row, List<ColumnWriter> leaves);

    /** UTF-8. */
    record Text<R>(String name, Function<R, @Nullable String> value) implements Column<R> {
        @Override
        public Type type() {
            return Types.optional(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(name);
        }

        @Override
        public void write(R row, List<ColumnWriter> leaves) {
            String text = value.apply(row);
            Levels.optional(leaves.get(0), text == null ? null : Binary.fromString(text));
        }
    }

    /** A moment, to the microsecond, in UTC. */
    record Time<R>(String name, Function<R, Instant> value) implements Column<R> {
        @Override
        public Type type() {
            return Types.optional(PrimitiveTypeName.INT64)
                    .as(LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS))
                    .named(name);
        }

        @Override
        public void write(R row, List<ColumnWriter> leaves) {
            leaves.get(0).write(ChronoUnit.MICROS.between(Instant.EPOCH, value.apply(row)), 0, Levels.OF_OPTIONAL);
        }
    }

    /** An identifier of 128 bits. */
    record Identifier<R>(String name, Function<R, UUID> value) implements Column<R> {
        @Override
        public Type type() {
            return Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                    .length(2 * Long.BYTES)
                    .as(LogicalTypeAnnotation.uuidType())
                    .named(name);
        }

        @Override
        public void write(R row, List<ColumnWriter> leaves) {
            UUID id = value.apply(row);
            ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits());
            Levels.optional(leaves.get(0), Binary.fromConstantByteArray(bytes.array()));
        }
    }

    /**
     * A decimal number of 38 digits, the most that usual readers know.
     *
     * @param scale how many of them stand behind the point
     * @param value what the column {@link #holds}; any other is absent, never rounded
     */
    record Decimal<R>(String name, int scale, Function<R, @Nullable BigDecimal> value) implements Column<R> {
        private static final int DIGITS = 38;
        private static final int BYTES = 16;

        @Override
        public Type type() {
            return Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                    .length(BYTES)
                    .as(LogicalTypeAnnotation.decimalType(scale, DIGITS))
                    .named(name);
        }

        /** Whether the column has the digits that the number needs. */
        public boolean holds(BigDecimal number) {
            return number.scale() <= scale && (long) number.precision() - number.scale() <= DIGITS - scale;
        }

        @Override
        public void write(R row, List<ColumnWriter> leaves) {
            BigDecimal number = value.apply(row);
            Levels.optional(leaves.get(0), number == null || !holds(number) ? null : bytes(number));
        }

        private Binary bytes(BigDecimal number) {
            BigInteger digits = number.setScale(scale).unscaledValue();
            byte[] shortest = digits.toByteArray();
            byte[] bytes = new byte[BYTES];
            Arrays.fill(bytes, 0, BYTES - shortest.length, (byte) (digits.signum() < 0 ? -1 : 0));
            System.arraycopy(shortest, 0, bytes, BYTES - shortest.length, shortest.length);
            return Binary.fromConstantByteArray(bytes);
        }
    }

    /** Several texts. */
    record Texts<R>(String name, Function<R, List<String>> value) implements Column<R> {
        @Override
        public Type type() {
            return Types.optionalList()
                    .requiredElement(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(name);
        }

        @Override
        public void write(R row, List<ColumnWriter> leaves) {
            Levels.repeated(leaves.get(0), value.apply(row));
        }
    }

    /** Texts by their names. */
    record TextsByName<R>(String name, Function<R, Map<String, String>> value) implements Column<R> {
        @Override
        public Type type() {
            return Types.optionalMap()
                    .key(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .requiredValue(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(name);
        }

        @Override
        public void write(R row, List<ColumnWriter> leaves) {
            Map<String, String> texts = value.apply(row);
            Levels.repeated(leaves.get(0), texts.keySet());
            Levels.repeated(leaves.get(1), texts.values());
        }
    }
}
