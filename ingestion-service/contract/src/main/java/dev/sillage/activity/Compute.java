package dev.sillage.activity;

import org.jspecify.annotations.Nullable;

/**
 * Cloud or on-site machines at work.
 *
 * @param provider the cloud, or absent
 * @param region the provider's region or an ISO country
 * @param vcpuHours virtual processor hours
 * @param utilisation share of the processors that was busy
 * @param memoryGbHours gigabyte hours of memory
 * @param gpuHours accelerator hours
 * @param gpuModel the accelerator
 * @param architecture the processor family
 * @param measuredEnergyKwh electricity of the machines that served it, measured, without PUE; beats the model
 */
public record Compute(
        @Text(maxLength = 100) @Nullable String provider,
        @Text(maxLength = 100) @Nullable String region,
        @Quantity(max = 1e12) double vcpuHours,
        @Quantity(max = 1) @Nullable Double utilisation,
        @Quantity(max = 1e15) @Nullable Double memoryGbHours,
        @Quantity(max = 1e12) @Nullable Double gpuHours,
        @Text @Nullable String gpuModel,
        @Text @Nullable String architecture,
        @Quantity(max = 1e12) @Nullable Double measuredEnergyKwh)
        implements Activity {}
