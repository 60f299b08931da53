package dev.sillage.ingestion.otlp;

/** The hash FNV-1a with 64 bits, as draft-eastlake-fnv describes it. */
final class Fnv {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int BYTE = 0xff;

    private Fnv() {}

    static long hash(byte[] bytes, int from, int to) {
        long hash = BASIS;
        for (int i = from; i < to; i++) {
            hash = (hash ^ (bytes[i] & BYTE)) * PRIME;
        }
        return hash;
    }
}
