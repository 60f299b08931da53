package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.OwnFactors;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a vector sets of the rules of publicodes-acv-numerique 2.1.0, by their names there. */
final class AdemeSituation {
    private static final FactorCatalogue CATALOGUE = FactorCatalogue.load();
    private static final Map<String, String> NETWORKS = Map.of(
            "fixe FR", "fixed-fr",
            "mobile FR", "mobile-fr",
            "fixe EU", "fixed-eu",
            "mobile EU", "mobile-eu");
    private static final Map<String, String> REGIONS =
            Map.of("France", "FRA", "Europe", "EU", "Chine", "CHN", "USA", "USA");
    private static final Map<String, String> MIX = Map.of(
            "ordinateur et écran", "desktop",
            "ordinateur portable", "laptop",
            "tablette", "tablet",
            "smartphone", "smartphone",
            "TV", "tv");

    /** Settings that a factor of the method stands for: rule, then key and unit. */
    private static final Map<String, String[]> FACTORS = Map.ofEntries(
            Map.entry("email . terminaux . temps lecture récepteur", new String[] {"ademe.email.reading.time", "min"}),
            Map.entry("email . redondances sauvegarde émetteur", new String[] {"ademe.email.sender.copies", "copy"}),
            Map.entry(
                    "email . redondances sauvegarde récepteur", new String[] {"ademe.email.recipient.copies", "copy"}),
            Map.entry("email . taux moyen de remplissage du stockage", new String[] {"ademe.storage.fill", "1"}),
            Map.entry(
                    "email . nombre de mails envoyés et reçus par jour et par personne",
                    new String[] {"ademe.email.mails-per-day", "mail/(user*day)"}),
            Map.entry("recherche web . temps de saisie", new String[] {"ademe.search.typing.time", "min"}),
            Map.entry("recherche web . temps de consultation", new String[] {"ademe.search.reading.time", "min"}),
            Map.entry("recherche web . taille de la requete", new String[] {"ademe.search.sent", "kB"}),
            Map.entry("recherche web . taille de la page", new String[] {"ademe.search.received", "kB"}),
            Map.entry("recherche web . nombre de pages de résultats lues", new String[] {"ademe.search.pages", "page"}),
            Map.entry("électricité . FE France", new String[] {"ademe.grid", "gCO2e/kWh", "FRA"}),
            Map.entry("électricité . FE Europe", new String[] {"ademe.grid", "gCO2e/kWh", "EU"}),
            Map.entry("électricité . FE Chine", new String[] {"ademe.grid", "gCO2e/kWh", "CHN"}),
            Map.entry("électricité . FE USA", new String[] {"ademe.grid", "gCO2e/kWh", "USA"}),
            Map.entry("serveur . puissance", new String[] {"ademe.server.power", "W"}),
            Map.entry("serveur . PUE mails", new String[] {"ademe.mail.pue", "1"}),
            Map.entry("serveur . PUE streaming", new String[] {"ademe.streaming.pue", "1"}),
            Map.entry("serveur . durée de vie", new String[] {"ademe.server.lifetime", "year"}));

    private final Map<String, JsonNode> values = new TreeMap<>();
    private final Set<String> used = new HashSet<>();
    private boolean europeanNetwork;

    AdemeSituation(JsonNode input) {
        input.fieldNames().forEachRemaining(name -> {
            if (!name.equals("target") && !name.equals("situation")) {
                throw new IllegalArgumentException("unknown input " + name);
            }
        });
        input.get("situation").properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
    }

    private JsonNode take(String rule) {
        used.add(rule);
        return values.get(rule);
    }

    /** A text in quotes of the rules; null when it is not set or the usual mix is. */
    String text(String rule) {
        JsonNode value = take(rule);
        String text = value == null ? null : value.asText().replace("'", "").strip();
        return "moyenne".equals(text) ? null : text;
    }

    double number(String rule, double usual) {
        JsonNode value = take(rule);
        return value == null ? usual : number(value);
    }

    /** A number with its unit of the rule, or a percentage. */
    private static double number(JsonNode value) {
        if (value.isNumber()) {
            return value.asDouble();
        }
        String text = value.asText().strip();
        if (text.endsWith("%")) {
            return Double.parseDouble(text.substring(0, text.length() - 1).strip()) / 100;
        }
        return Double.parseDouble(text.split("[ /]", 2)[0]);
    }

    /** A share, where a bare number of more than one is meant in percent. */
    double share(String rule, double usual) {
        JsonNode value = take(rule);
        double number = value == null ? usual : number(value);
        return number > 1 ? number / 100 : number;
    }

    /** The device; a mix that is set goes to the factors. */
    String device(String rule, Map<String, String> devices, String mixKey, OwnFactors own) {
        MIX.forEach((name, key) -> {
            String part = rule + " . moyenne utilisation " + name;
            if (!mixKey.isEmpty() && values.containsKey(part)) {
                own.set(mixKey + key, "1", share(part, 0));
            }
        });
        String name = text(rule);
        if (name == null) {
            return null;
        }
        if (!devices.containsKey(name)) {
            throw new IllegalArgumentException("unknown device " + name);
        }
        return devices.get(name);
    }

    /** Fixed or mobile; the network's place is the activity's, while electricity keeps its own. */
    String networkOf(String rule) {
        String network = network(rule);
        if (network.endsWith("-eu")) {
            europeanNetwork = true;
        }
        return network.substring(0, network.indexOf('-'));
    }

    private String network(String rule) {
        String name = text(rule);
        String network = NETWORKS.get(name == null ? "fixe FR" : name);
        if (network == null) {
            throw new IllegalArgumentException("unknown network " + name);
        }
        return network;
    }

    /** A network that is set apart from the other of the same activity. */
    void ownNetwork(String rule, String key, OwnFactors own) {
        own.set(
                key,
                "gCO2e/GB",
                CATALOGUE.factor("ademe.network." + network(rule)).central());
    }

    String country(OwnFactors own) {
        region("usage réel . région", "device", own);
        region("usage data center . région", "datacentre", own);
        return europeanNetwork ? "EU" : "FRA";
    }

    private void region(String rule, String segment, OwnFactors own) {
        String name = text(rule);
        String zone = REGIONS.get(name == null ? "France" : name);
        if (zone == null) {
            throw new IllegalArgumentException("unknown region " + name);
        }
        String factor = "électricité . FE " + (name == null ? "France" : name);
        double grid = values.containsKey(factor)
                ? number(values.get(factor))
                : CATALOGUE.factor("ademe.grid", zone).central();
        own.set("ademe.grid." + segment, "gCO2e/kWh", grid);
    }

    void settings(OwnFactors own) {
        values.forEach((rule, value) -> {
            String[] setting = FACTORS.get(rule);
            if (setting != null) {
                used.add(rule);
                double number = number(value);
                boolean percent = setting[0].endsWith(".fill") && number > 1;
                own.set(
                        setting[0],
                        setting.length > 2 ? setting[2] : null,
                        setting[1],
                        percent ? number / 100 : number);
            }
        });
        lives(own);
    }

    /** The life and the hours per day of a device. */
    private void lives(OwnFactors own) {
        MIX.forEach((name, key) -> {
            String life = name + " . durée de vie";
            String profile = name + " . profil utilisation";
            if (values.containsKey(life) || values.containsKey(profile)) {
                double years = number(
                        life, CATALOGUE.factor("device." + key + ".lifetime").central());
                double hours = number(
                        profile,
                        CATALOGUE.factor("device." + key + ".daily-use").central());
                own.set("ademe.device." + key + ".lifetime-use", "h", years * 365 * hours);
            }
        });
    }

    void checkAllUsed() {
        Set<String> unknown = new HashSet<>(values.keySet());
        unknown.removeAll(used);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown situation " + unknown);
        }
    }
}
