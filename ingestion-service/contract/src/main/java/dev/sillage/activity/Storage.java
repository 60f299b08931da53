package dev.sillage.activity;

import org.jspecify.annotations.Nullable;

/**
 * Data kept for some time.
 *
 * @param provider the cloud, or absent
 * @param region the provider's region or an ISO country
 * @param gigabytes 1e9 bytes, before replication
 * @param hours how long
 * @param medium what it is kept on
 * @param replication copies kept
 * @param content what it is
 */
public record Storage(
        @Text(maxLength = 100) @Nullable String provider,
        @Text(maxLength = 100) @Nullable String region,
        @Quantity(max = 1e12) double gigabytes,
        @Quantity(max = 1e7) double hours,
        @Text(oneOf = {"hdd", "ssd"}) @Nullable String medium,
        @Quantity(min = 1, max = 100) @Nullable Double replication,

        @Text(oneOf = {"photos", "mail", "files", "backup"}) @Nullable
        String content)
        implements Activity {}
