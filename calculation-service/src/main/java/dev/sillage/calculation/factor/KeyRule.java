package dev.sillage.calculation.factor;

import java.util.List;

/**
 * What a key promises: its unit. A key that fits no pattern is refused, because a misspelt key would
 * otherwise lie unused in silence.
 *
 * @param pattern a key, or a beginning and an end with one {@code *} between them; the first rule that fits counts
 * @param unit of all its bounds
 */
record KeyRule(String pattern, String unit) {

    private static final List<KeyRule> RULES = List.of(
            rule("grid.ghg.*", "gCO2e/kWh"),
            rule("grid.water", "L/kWh"),
            rule("ecologits.mix.gwp", "kgCO2e/kWh"),
            rule("ecologits.mix.adpe", "kgSbe/kWh"),
            rule("ecologits.mix.pe", "MJ/kWh"),
            rule("ecologits.mix.water", "L/kWh"),
            rule("ecologits.gpu.energy.alpha", "Wh/(token.1e9param)"),
            rule("ecologits.gpu.energy.decay", "1/request"),
            rule("ecologits.gpu.energy.gamma", "Wh/token"),
            rule("ecologits.latency.alpha", "s/(token.1e9param)"),
            rule("ecologits.latency.beta", "s/(token.request)"),
            rule("ecologits.latency.gamma", "s/token"),
            rule("ecologits.prefill.per-token", "s/token"),
            rule("ecologits.prefill.reference-parameters", "1e9param"),
            rule("ecologits.prefill.*", "s"),
            rule("ecologits.batch.size", "request"),
            rule("ecologits.weights.bits", "bit"),
            rule("ecologits.memory.overhead", "1"),
            rule("ecologits.gpu.memory", "GB"),
            rule("ecologits.gpu.embodied.gwp.*", "kgCO2e"),
            rule("ecologits.gpu.embodied.adpe.*", "kgSbe"),
            rule("ecologits.gpu.embodied.pe.*", "MJ"),
            rule("ecologits.server.gpu.count", "gpu"),
            rule("ecologits.server.power", "kW"),
            rule("ecologits.server.lifetime", "s"),
            rule("ecologits.server.embodied.gwp", "kgCO2e"),
            rule("ecologits.server.embodied.adpe", "kgSbe"),
            rule("ecologits.server.embodied.pe", "MJ"),
            rule("ecologits.network.lifetime", "s"),
            rule("ecologits.network.power", "kW"),
            rule("ecologits.network.*.count", "1"),
            rule("ecologits.network.*.embodied", "kgCO2e"),
            rule("ecologits.building.embodied", "kgCO2e/kWh"),
            rule("device.*.power", "W"),
            rule("device.*.embodied", "gCO2e/h"),
            rule("network.*.energy", "kWh/GB"),
            rule("network.*.embodied", "gCO2e/GB"),
            rule("network.router.power", "W"),
            rule("datacentre.delivery.energy", "Wh/GB"),
            rule("datacentre.delivery.embodied", "gCO2e/h"),
            rule("datacentre.server.embodied", "kgCO2e"),
            rule("streaming.device-mix.*", "1"),
            rule("streaming.*.volume", "GB/h"),
            rule("videocall.*.volume", "GB/h"),
            rule("email.device-mix.*", "1"),
            rule("email.*.time", "s"),
            rule("email.*.copies", "1"),
            rule("email.mails-per-day", "1/day"),
            rule("email.server.power-per-user", "W"),
            rule("email.server.power", "W"),
            rule("email.server.pue", "1"),
            rule("email.server.lifetime", "year"),
            rule("email.storage.duration", "year"),
            rule("storage.*.power", "W/TB"),
            rule("storage.*.embodied", "kgCO2e/TB"),
            rule("storage.lifetime", "year"),
            rule("storage.replication", "1"));

    private static KeyRule rule(String pattern, String unit) {
        return new KeyRule(pattern, unit);
    }

    static KeyRule of(CsvRow row) {
        String key = row.required("key");
        for (KeyRule rule : RULES) {
            if (rule.fits(key)) {
                return rule;
            }
        }
        throw row.bad(
                "key",
                "a key like one of " + RULES.stream().map(KeyRule::pattern).toList());
    }

    private boolean fits(String key) {
        int star = pattern.indexOf('*');
        return star < 0
                ? key.equals(pattern)
                : key.length() >= pattern.length()
                        && key.startsWith(pattern.substring(0, star))
                        && key.endsWith(pattern.substring(star + 1));
    }
}
