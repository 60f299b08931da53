package dev.sillage.calculation.model.sheet;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers the values of recently asked keys, at most twice {@code generationSize} of them, so that no sender can fill
 * the memory with names. When the young generation is full it becomes the old one and the old one is forgotten; what
 * is asked again comes back to the young one. Safe for use by many threads.
 */
public final class RecentValues<K, V> {
    private final int generationSize;
    private volatile Generations<K, V> generations =
            new Generations<>(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

    private record Generations<K, V>(ConcurrentHashMap<K, V> young, ConcurrentHashMap<K, V> old) {}

    /** An empty memory. */
    public RecentValues(int generationSize) {
        this.generationSize = generationSize;
    }

    /** The value of the key, from memory or from {@code source}, which may be asked more than once for one key. */
    public V get(K key, Function<K, V> source) {
        Generations<K, V> now = generations;
        V value = now.young.get(key);
        if (value != null) {
            return value;
        }
        value = now.old.get(key);
        if (value == null) {
            value = source.apply(key);
        }
        remember(key, value);
        return value;
    }

    private synchronized void remember(K key, V value) {
        if (generations.young.size() >= generationSize) {
            generations = new Generations<>(new ConcurrentHashMap<>(), generations.young);
        }
        generations.young.put(key, value);
    }

    /** How many keys are remembered, counting those of both generations. */
    public int size() {
        Generations<K, V> now = generations;
        return now.young.size() + now.old.size();
    }
}
