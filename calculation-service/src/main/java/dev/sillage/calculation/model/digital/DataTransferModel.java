package dev.sillage.calculation.model.digital;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.DataTransfer;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.place.Place;
import dev.sillage.calculation.model.place.Places;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import dev.sillage.calculation.model.sheet.Spread;
import dev.sillage.footprint.Tier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data moved over a network: {@code sheets/sillage-2026.1/data-transfer.sheet}. */
public final class DataTransferModel implements KindModel<DataTransfer> {
    private final Sheet sheet = Sheet.load("sillage-2026.1/data-transfer");
    private final int bytes = sheet.quantity("b");
    private final RecentValues<Object, Resolved> plans = new RecentValues<>(4096);

    private record Resolved(Place place, CriteriaPlan plan) {}

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
                new Key(transfer.network(), transfer.country(), factors.cacheKey()),
                key -> resolve(transfer.network(), transfer.country(), factors));
        Place place = resolved.place();
        return new Case(
                resolved.plan(),
                sheet.newQuantities().set(bytes, (double) transfer.bytes()),
                null,
                null,
                place.zone(),
                place.told() ? Tier.REGISTRY : Tier.CLASS,
                place.warnings(),
                Case.delivered("gigabyte", transfer.bytes() / 1e9));
    }

    private Resolved resolve(String network, @Nullable String country, FactorView factors) {
        Place place = Places.find(country, factors);
        Map<String, Operand> operands = new HashMap<>(place.electricity());
        operands.put("k", Operand.of(factors.factor("network." + network + ".energy")));
        Factor embodied = factors.find("network." + network + ".embodied", null);
        if (embodied != null) {
            operands.put("mn", Operand.of(embodied));
        }
        return new Resolved(place, new CriteriaPlan(sheet.plan(Spread.INDEPENDENT, operands)));
    }
}
