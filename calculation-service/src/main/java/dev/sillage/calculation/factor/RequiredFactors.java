package dev.sillage.calculation.factor;

import java.util.List;

/** The keys that every factor set must have, because a method reads them. */
final class RequiredFactors {

    private static final List<String> EVERYWHERE = List.of(
            "ecologits.gpu.energy.alpha",
            "ecologits.gpu.energy.decay",
            "ecologits.gpu.energy.gamma",
            "ecologits.latency.alpha",
            "ecologits.latency.beta",
            "ecologits.latency.gamma",
            "ecologits.prefill.per-token",
            "ecologits.prefill.reference-ttft",
            "ecologits.prefill.reference-parameters",
            "ecologits.prefill.constant",
            "ecologits.batch.size",
            "ecologits.weights.bits",
            "ecologits.memory.overhead",
            "ecologits.gpu.memory",
            "ecologits.gpu.embodied.gwp.2026-03",
            "ecologits.gpu.embodied.adpe.2026-03",
            "ecologits.gpu.embodied.pe.2026-03",
            "ecologits.gpu.embodied.gwp.2026-09",
            "ecologits.gpu.embodied.adpe.2026-09",
            "ecologits.gpu.embodied.pe.2026-09",
            "ecologits.server.gpu.count",
            "ecologits.server.power",
            "ecologits.server.lifetime",
            "ecologits.server.embodied.gwp",
            "ecologits.server.embodied.adpe",
            "ecologits.server.embodied.pe",
            "ecologits.network.firewall.count",
            "ecologits.network.router.count",
            "ecologits.network.switch.count",
            "ecologits.network.firewall.embodied",
            "ecologits.network.router.embodied",
            "ecologits.network.switch.embodied",
            "ecologits.network.power",
            "ecologits.network.lifetime",
            "ecologits.building.embodied",
            "prefill.efficiency",
            "prefill.mfu",
            "prefill.flop",
            "prefill.cached-weight",
            "prefill.cache-creation-weight",
            "serving.lifetime",
            "serving.utilisation",
            "uncertainty.structural.published",
            "uncertainty.structural.class",
            "uncertainty.size.position",
            "embedding.parameters",
            "hardware.h100.power",
            "hardware.h100.embodied.gwp",
            "hardware.h100.embodied.adpe",
            "hardware.h100.embodied.pe",
            "device.smartphone.power",
            "device.smartphone.embodied",
            "device.tablet.power",
            "device.tablet.embodied",
            "device.laptop.power",
            "device.laptop.embodied",
            "device.desktop.power",
            "device.desktop.embodied",
            "device.tv.power",
            "device.tv.embodied",
            "network.fixed.energy",
            "network.fixed.embodied",
            "network.mobile.energy",
            "network.mobile.embodied",
            "network.router.power",
            "network.datacentre.energy",
            "datacentre.delivery.energy",
            "datacentre.delivery.embodied",
            "datacentre.server.embodied",
            "streaming.low.volume",
            "streaming.sd.volume",
            "streaming.hd.volume",
            "streaming.qhd.volume",
            "streaming.uhd.volume",
            "streaming.device-mix.tv",
            "streaming.device-mix.laptop",
            "streaming.device-mix.tablet",
            "streaming.device-mix.smartphone",
            "videocall.audio.volume",
            "videocall.sd.volume",
            "videocall.hd.volume",
            "videocall.fhd.volume",
            "videocall.4k.volume",
            "email.writing.time",
            "email.reading.time",
            "email.transfer.copies",
            "email.mails-per-day",
            "email.server.power",
            "email.server.power-per-user",
            "email.server.pue",
            "email.server.lifetime",
            "email.storage.duration",
            "email.device-mix.desktop",
            "email.device-mix.laptop",
            "email.device-mix.tablet",
            "email.device-mix.smartphone",
            "storage.hdd.power",
            "storage.hdd.embodied",
            "storage.lifetime",
            "storage.replication");

    /** Keys that need a row for the world, because any place may fall back to it. */
    private static final List<String> FOR_THE_WORLD = List.of("grid.ghg.location", "grid.water");

    /** Keys that need a row for every zone that a provider of models runs in, or none could be computed there. */
    private static final List<String> FOR_PROVIDERS =
            List.of("ecologits.mix.gwp", "ecologits.mix.adpe", "ecologits.mix.pe", "ecologits.mix.water");

    static void check(FactorIndex index, List<String> providerZones) {
        for (String key : EVERYWHERE) {
            if (index.find(key, null) == null) {
                throw new FactorException("key " + key + ": missing, expected one row of it without a zone");
            }
        }
        FOR_THE_WORLD.forEach(key -> checkZone(index, key, Zones.WORLD));
        FOR_PROVIDERS.forEach(key -> providerZones.forEach(zone -> checkZone(index, key, zone)));
        FOR_PROVIDERS.forEach(key -> checkAlike(index, key));
    }

    /** A video model without its machine could never be computed. */
    static void checkMachines(FactorIndex index, VideoModels models) {
        for (VideoModel model : models.all()) {
            String key = model.machineKey() + ".power";
            if (index.find(key, null) == null) {
                throw new FactorException("key " + key + ": missing for the model " + model.id() + " of "
                        + VideoModel.FILE + ", expected one row of it without a zone");
            }
        }
    }

    private static void checkZone(FactorIndex index, String key, String zone) {
        if (index.find(key, zone) == null) {
            throw new FactorException("key " + key + ": missing for the zone " + zone + ", expected one row");
        }
    }

    /** A mix is whole or absent: half a mix would be a criterion that vanishes in some zones only. */
    private static void checkAlike(FactorIndex index, String key) {
        for (Factor gwp : index.factors(FOR_PROVIDERS.get(0))) {
            String zone = gwp.zone();
            if (zone == null) {
                throw new FactorException("key " + gwp.key() + ": a row without a zone, expected one zone per row");
            }
            checkZone(index, key, zone);
        }
    }

    private RequiredFactors() {}
}
