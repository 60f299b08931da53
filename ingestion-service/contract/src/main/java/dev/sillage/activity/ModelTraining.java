package dev.sillage.activity;

import org.jspecify.annotations.Nullable;

/**
 * A training run, told by what is known of it: hours of hardware, or parameters and tokens, or measured energy.
 *
 * @param model the model trained
 * @param hardware the accelerator
 * @param gpuHours accelerator hours, all devices
 * @param parameters parameters trained
 * @param tokens tokens read in training
 * @param utilisation share of the accelerator's power that was used
 * @param pue power usage effectiveness of the site
 * @param zone where it ran: ISO 3166-1 alpha-3 or alpha-2 country; absent means the provider's default
 * @param purpose what the run was for
 * @param measuredEnergyKwh measured electricity, without PUE
 */
public record ModelTraining(
        @Text @Nullable String model,
        @Text @Nullable String hardware,
        @Quantity(max = 1e12) @Nullable Double gpuHours,
        @Quantity(max = 1e18) @Nullable Double parameters,
        @Quantity(max = 1e18) @Nullable Double tokens,
        @Quantity(max = 1) @Nullable Double utilisation,
        @Quantity(min = 1, max = 10) @Nullable Double pue,
        @Text(maxLength = 40) @Nullable String zone,

        @Text(oneOf = {"pre-training", "fine-tuning", "search"}) @Nullable
        String purpose,

        @Quantity(max = 1e12) @Nullable Double measuredEnergyKwh)
        implements Activity {}
