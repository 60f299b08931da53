package dev.sillage.calculation.model.cloud;

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

/**
 * Data kept: {@code sheets/sillage-2026.1/storage.sheet}. What the data are does not change what keeping them costs; the
 * copies are those that the service keeps ({@code provider} may be the name of a service, such as {@code s3}).
 */
final class StorageModel implements KindModel<Storage> {
    private static final String USUAL_MEDIUM = "hdd";

    private final Sheet sheet = Sheet.load("sillage-2026.1/storage");
    private final int gigabytes = sheet.quantity("s");
    private final int hours = sheet.quantity("h");
    private final int copies = sheet.quantity("r0");
    private final RecentValues<Key, Shelf> known = new RecentValues<>(4096);

    private record Key(
            @Nullable String provider,
            @Nullable String region,
            @Nullable String medium,
            boolean copiesTold,
            Object factors) {}

    private record Shelf(Site site, List<String> warnings, Tier tier, CriteriaPlan plan) {}

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
        Shelf shelf = known.get(
                new Key(
                        storage.provider(),
                        storage.region(),
                        storage.medium(),
                        storage.replication() != null,
                        factors.cacheKey()),
                key -> shelf(storage, factors));
        return new Case(
                shelf.plan(),
                sheet.newQuantities()
                        .set(gigabytes, storage.gigabytes())
                        .set(hours, storage.hours())
                        .set(copies, storage.replication()),
                shelf.site().location().provider(),
                null,
                shelf.site().location().zone(),
                shelf.tier(),
                shelf.warnings(),
                Case.delivered("gigabyte-hour", storage.gigabytes() * storage.hours()));
    }

    private Shelf shelf(Storage storage, FactorView factors) {
        Site site = Site.find(storage.provider(), storage.region(), factors);
        List<String> warnings = new ArrayList<>(site.warnings());
        String medium = storage.medium();
        if (medium == null) {
            medium = USUAL_MEDIUM;
            warnings.add("medium-assumed:" + medium);
        }
        Map<String, Operand> operands = new HashMap<>(site.operands());
        if (storage.replication() == null) {
            Factor service = service(storage.provider(), factors);
            if (service == null) {
                service = factors.factor("storage.replication");
                warnings.add("replication-assumed");
            }
            operands.put("r", Operand.of(service));
        }
        operands.put("p", Operand.of(factors.factor("storage." + medium + ".power")));
        operands.put("M", Operand.of(factors.factor("storage." + medium + ".embodied")));
        operands.put("L", Operand.of(factors.factor("storage.lifetime")));
        boolean told = site.location().region() != null && storage.medium() != null;
        return new Shelf(
                site,
                List.copyOf(warnings),
                told ? Tier.REGISTRY : Tier.CLASS,
                new CriteriaPlan(sheet.plan(Spread.INDEPENDENT, operands)));
    }

    private static @Nullable Factor service(@Nullable String name, FactorView factors) {
        return name == null
                ? null
                : factors.catalogue()
                        .names()
                        .find(Names.Kind.STORAGE_SERVICE, name)
                        .map(id -> factors.find("storage.replication." + id, null))
                        .orElse(null);
    }
}
