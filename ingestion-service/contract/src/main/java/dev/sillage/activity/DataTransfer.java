package dev.sillage.activity;

import org.jspecify.annotations.Nullable;

/**
 * Bytes moved over a network.
 *
 * @param bytes how many
 * @param network which kind of network
 * @param country ISO 3166-1 country of the user
 */
public record DataTransfer(
        @Count long bytes,
        @Text(oneOf = {"fixed", "mobile", "datacentre"}) String network,
        @Text(maxLength = 40) @Nullable String country)
        implements Activity {}
