package dev.sillage.ingestion.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** Bodies that unpack to too much, to something else than they say, or not at all. */
final class PackedBodies {
    private static final int MIB = 1024 * 1024;
    private static final byte[] GZIP_BOMB = Packing.pack("gzip", new byte[64 * MIB]);
    private static final byte[] ZSTD_BOMB = Zstd.compress(new byte[256 * MIB]);
    private static final byte[] BOMB_IN_A_BOMB = Packing.pack("gzip", Packing.pack("gzip", new byte[64 * MIB]));

    private PackedBodies() {}

    /** A body under what it says to be. */
    @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
    record PackedBody(String name, String encoding, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Made of a body that is taken as it is. */
    static List<PackedBody> of(byte[] good) {
        byte[] gzip = Packing.pack("gzip", good);
        byte[] zstd = Packing.pack("zstd", good);
        List<PackedBody> bodies = new ArrayList<>(List.of(
                new PackedBody("bomb", "gzip", GZIP_BOMB),
                new PackedBody("bomb", "zstd", ZSTD_BOMB),
                new PackedBody("bomb in a bomb", "gzip", BOMB_IN_A_BOMB),
                new PackedBody("bomb behind a good member", "gzip", join(gzip, GZIP_BOMB)),
                new PackedBody("bomb behind a good frame", "zstd", join(zstd, ZSTD_BOMB)),
                new PackedBody("many empty frames", "zstd", repeat(Zstd.compress(new byte[0]), 20_000)),
                new PackedBody("skipped frames", "zstd", join(repeat(skippable(), 20_000), zstd)),
                new PackedBody("a window of 128 MiB", "zstd", patched(zstd, 4, 0x00, 0x88)),
                new PackedBody("reserved bits", "zstd", patched(zstd, 4, 0xff)),
                new PackedBody("two packings", "gzip, gzip", Packing.pack("gzip", gzip)),
                new PackedBody("zlib", "deflate", zlib(good)),
                new PackedBody("zlib as gzip", "gzip", zlib(good)),
                new PackedBody("another packing", "br", gzip),
                new PackedBody("unknown", "x", good),
                new PackedBody("not packed", "gzip", good),
                new PackedBody("not packed", "zstd", good),
                new PackedBody("packed, but not said", "identity", gzip),
                new PackedBody("zstd as gzip", "gzip", zstd),
                new PackedBody("gzip as zstd", "zstd", gzip),
                new PackedBody("nothing", "gzip", new byte[0]),
                new PackedBody("nothing", "zstd", new byte[0]),
                new PackedBody("garbage behind", "gzip", join(gzip, "garbage".getBytes(UTF_8))),
                new PackedBody("half a head behind", "gzip", join(gzip, Arrays.copyOf(gzip, 5))),
                new PackedBody("garbage behind", "zstd", join(zstd, "garbage".getBytes(UTF_8))),
                new PackedBody("wrong checksum", "gzip", patched(gzip, gzip.length - 8, 1, 2, 3, 4)),
                new PackedBody("wrong length", "gzip", patched(gzip, gzip.length - 4, 1, 2, 3, 4)),
                new PackedBody("a name without end", "gzip", join(head(0x08), filled(MIB, 'n'))),
                new PackedBody("a comment without end", "gzip", join(head(0x10), filled(MIB, 'c'))),
                new PackedBody("an extra field that is cut off", "gzip", join(head(0x04), filled(100, 0xff))),
                new PackedBody("all flags", "gzip", patched(gzip, 3, 0xff)),
                new PackedBody("white space without end", "gzip", Packing.pack("gzip", filled(17 * MIB, ' ')))));
        for (int cut = 1; cut < 20; cut++) {
            bodies.add(new PackedBody("cut off before " + cut, "gzip", Arrays.copyOf(gzip, cut * gzip.length / 20)));
            bodies.add(new PackedBody("cut off before " + cut, "zstd", Arrays.copyOf(zstd, cut * zstd.length / 20)));
        }
        return bodies;
    }

    /** Members that hold nothing, in front of a good one: few bytes, much work. */
    static byte[] manyEmptyMembers(byte[] good) {
        return join(repeat(Packing.pack("gzip", new byte[0]), 100_000), Packing.pack("gzip", good));
    }

    static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    static byte[] repeat(byte[] bytes, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    private static byte[] filled(int length, int with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    private static byte[] patched(byte[] bytes, int at, int... values) {
        byte[] patched = bytes.clone();
        for (int i = 0; i < values.length; i++) {
            patched[at + i] = (byte) values[i];
        }
        return patched;
    }

    /** The head of a gzip member with these flags. */
    private static byte[] head(int flags) {
        return new byte[] {0x1f, (byte) 0x8b, 8, (byte) flags, 0, 0, 0, 0, 0, 3};
    }

    private static byte[] skippable() {
        return new byte[] {0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4};
    }

    private static byte[] zlib(byte[] content) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] packed = new byte[content.length + 100];
            return Arrays.copyOf(packed, deflater.deflate(packed));
        } finally {
            deflater.end();
        }
    }
}
