package dev.sillage.calculation.model.ccf;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Storage;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Names;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import dev.sillage.calculation.model.sheet.Spread;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data kept, by {@code sheets/ccf-1/storage.sheet}. */
final class StorageModel implements KindModel<Storage> {
    private final Sheet sheet = Sheet.load("ccf-1/storage");
    private final int gigabytes = sheet.quantity("s");
    private final int hours = sheet.quantity("h");
    private final int copies = sheet.quantity("r0");
    private final RecentValues<Key, Resolved> plans = new RecentValues<>(1024);

    private record Key(
            @Nullable String provider,
            @Nullable String region,
            @Nullable String medium,
            Object factors) {}

    private record Resolved(Cloud cloud, List<String> warnings, CriteriaPlan plan) {}

    @Override
    public ActivityKind kind() {
        return ActivityKind.STORAGE;
    }

    @Override
    public Class<Storage> type() {
        return Storage.class;
    }

    @Override
    public Case resolve(Storage storage, FactorView factors) {
        Resolved resolved = plans.get(
                new Key(storage.provider(), storage.region(), storage.medium(), factors.cacheKey()),
                key -> plan(storage, factors));
        return new Case(
                resolved.plan(),
                sheet.newQuantities()
                        .set(gigabytes, storage.gigabytes())
                        .set(hours, storage.hours())
                        .set(copies, storage.replication()),
                resolved.cloud().provider(),
                null,
                resolved.cloud().zone(),
                resolved.warnings().isEmpty() ? Tier.REGISTRY : Tier.CLASS,
                resolved.warnings(),
                Case.delivered("gigabyte-hour", storage.gigabytes() * storage.hours()));
    }

    private Resolved plan(Storage storage, FactorView factors) {
        Cloud cloud = Cloud.find(storage.provider(), storage.region(), factors);
        List<String> warnings = new ArrayList<>(cloud.warnings());
        String medium = storage.medium();
        if (medium == null) {
            warnings.add("medium-assumed:ssd");
        }
        Map<String, Operand> operands = new HashMap<>(cloud.operands());
        operands.put("p", Operand.of(factors.factor("ccf.storage." + (medium == null ? "ssd" : medium) + ".power")));
        operands.put("r", Operand.of(replication(storage.provider(), factors)));
        return new Resolved(cloud, List.copyOf(warnings), new CriteriaPlan(sheet.plan(Spread.POINT, operands)));
    }

    private static Factor replication(@Nullable String service, FactorView factors) {
        Factor own = service == null
                ? null
                : factors.catalogue()
                        .names()
                        .find(Names.Kind.STORAGE_SERVICE, service)
                        .map(id -> factors.find("storage.replication." + id, null))
                        .orElse(null);
        return own == null ? factors.factor("ccf.storage.replication") : own;
    }
}
