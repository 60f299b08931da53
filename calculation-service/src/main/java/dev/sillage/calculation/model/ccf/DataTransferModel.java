package dev.sillage.calculation.model.ccf;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.DataTransfer;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import dev.sillage.calculation.model.sheet.Spread;
import dev.sillage.footprint.Tier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data moved between data centres, by {@code sheets/ccf-1/data-transfer.sheet}. */
final class DataTransferModel implements KindModel<DataTransfer> {
    private final Sheet sheet = Sheet.load("ccf-1/data-transfer");
    private final int bytes = sheet.quantity("b");
    private final RecentValues<Key, Resolved> plans = new RecentValues<>(512);

    private record Key(@Nullable String country, Object factors) {}

    private record Resolved(Cloud cloud, CriteriaPlan plan) {}

    @Override
    public ActivityKind kind() {
        return ActivityKind.DATA_TRANSFER;
    }

    @Override
    public Class<DataTransfer> type() {
        return DataTransfer.class;
    }

    @Override
    public Case resolve(DataTransfer transfer, FactorView factors) throws NotComputableException {
        if (!transfer.network().equals("datacentre")) {
            throw new NotComputableException(
                    "network-not-computed", "ccf-1 computes the network 'datacentre' only, not access networks");
        }
        Resolved resolved =
                plans.get(new Key(transfer.country(), factors.cacheKey()), key -> resolve(transfer.country(), factors));
        return new Case(
                resolved.plan(),
                sheet.newQuantities().set(bytes, (double) transfer.bytes()),
                null,
                null,
                resolved.cloud().zone(),
                Tier.CLASS,
                resolved.cloud().warnings(),
                Case.delivered("gigabyte", transfer.bytes() / 1e9));
    }

    private Resolved resolve(@Nullable String country, FactorView factors) {
        Cloud cloud = Cloud.find(null, country, factors);
        Map<String, Operand> operands = new HashMap<>(cloud.operands());
        operands.put("k", Operand.of(factors.factor("ccf.network.energy")));
        return new Resolved(cloud, new CriteriaPlan(sheet.plan(Spread.POINT, operands)));
    }
}
