package dev.sillage.activity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mail and what becomes of it.
 *
 * @param bytes size of the mail with attachments
 * @param recipients how many; absent means one
 * @param readRate share of the recipients that read it; absent means all, none for spam
 * @param writeSeconds time spent writing; absent means three minutes, none for spam
 * @param storageYears how long it is kept; absent means one year
 * @param spam whether nobody wrote or wanted it
 * @param deviceMix share of each device in reading and writing; absent means the usual mix
 * @param network how the user is connected; absent means fixed
 * @param country ISO 3166-1 country of the user; absent means world
 */
public record Email(
        @Count(max = 1_000_000_000_000L) long bytes,
        @Count(min = 1, max = 10_000_000) @Nullable Integer recipients,
        @Quantity(max = 1) @Nullable Double readRate,
        @Quantity(max = 1e7) @Nullable Double writeSeconds,
        @Quantity(max = 100) @Nullable Double storageYears,
        @Nullable Boolean spam,
        @Shares @Nullable Map<String, Double> deviceMix,
        @Text(oneOf = {"fixed", "mobile"}) @Nullable String network,
        @Text(maxLength = 40) @Nullable String country)
        implements Activity {

    public Email {
        deviceMix = Shape.copyOf(deviceMix);
    }
}
