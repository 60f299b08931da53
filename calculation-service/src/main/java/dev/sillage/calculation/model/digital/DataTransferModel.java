package dev.sillage.calculation.model.digital;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.DataTransfer;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Data moved over a network: {@code sheets/sillage-2026.1/data-transfer.sheet}. Under the power model only what more
 * data add, with the warning {@code marginal-only:network}, because nobody's time is known; between data centres always
 * by data.
 */
final class DataTransferModel implements KindModel<DataTransfer> {
    private static final double BYTES_PER_GIGABYTE = 1e9;

    private final Sheet sheet = Sheet.load("sillage-2026.1/data-transfer");
    private final int bytes = sheet.quantity("b");
    private final RecentValues<Key, Resolved> plans = new RecentValues<>(4096);

    private record Key(String network, @Nullable String country, Object factors) {}

    @Override
    public ActivityKind kind() {
        return ActivityKind.DATA_TRANSFER;
    }

    @Override
    public Class<DataTransfer> type() {
        return DataTransfer.class;
    }

    @Override
    public Case resolve(DataTransfer transfer, FactorView factors) {
        Resolved resolved = plans.get(
                new Key(transfer.network(), transfer.country(), factors.cacheKey()), key -> resolve(key, factors));
        return resolved.of(
                sheet.newQuantities().set(bytes, (double) transfer.bytes()),
                (double) transfer.bytes(),
                Case.delivered("gigabyte", transfer.bytes() / BYTES_PER_GIGABYTE));
    }

    private Resolved resolve(Key key, FactorView factors) {
        Resolution resolution = new Resolution(key.country(), factors);
        String network = find(key.network(), resolution);
        String prefix = "network." + network;
        if (network.equals("datacentre")) {
            resolution.put("u", "datacentre.pue");
        }
        if (Networks.isPowerModel(factors) && !network.equals("datacentre")) {
            resolution.put("g", prefix + ".power-per-rate").warn("marginal-only:network");
        } else {
            resolution.put("k", prefix + ".energy");
        }
        return resolution.putIfKnown("mn", prefix + ".embodied").plan(sheet);
    }

    private static String find(String name, Resolution resolution) {
        String plain = Device.plain(name);
        if (plain.equals("fixed") || plain.equals("mobile") || plain.equals("datacentre")) {
            return plain;
        }
        resolution.fallback("network-fallback");
        return "fixed";
    }
}
