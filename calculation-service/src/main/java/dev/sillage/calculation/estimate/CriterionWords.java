package dev.sillage.calculation.estimate;

import dev.sillage.calculation.model.sheet.Words;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Tier;

/** What criteria and tiers are called by people. */
final class CriterionWords {

    private CriterionWords() {}

    static Words of(Criterion criterion) {
        return switch (criterion) {
            case ENERGY -> new Words("Electricity", "Électricité");
            case GHG_OPERATIONAL_LOCATION ->
                new Words(
                        "Greenhouse gases of use, by the mix of the place",
                        "Gaz à effet de serre de l'usage, selon le mix du lieu");
            case GHG_OPERATIONAL_MARKET ->
                new Words("Greenhouse gases of use, by contract", "Gaz à effet de serre de l'usage, selon le contrat");
            case GHG_EMBODIED ->
                new Words(
                        "Greenhouse gases of making the hardware",
                        "Gaz à effet de serre de la fabrication du matériel");
            case WATER_ON_SITE -> new Words("Water consumed on site", "Eau consommée sur place");
            case WATER_OFF_SITE ->
                new Words("Water consumed to make the electricity", "Eau consommée pour produire l'électricité");
            case PRIMARY_ENERGY -> new Words("Primary energy", "Énergie primaire");
            case ADPE -> new Words("Depletion of metals and minerals", "Épuisement des métaux et minéraux");
        };
    }

    static Words of(Tier tier) {
        return switch (tier) {
            case MEASURED -> new Words("measured for this activity", "mesuré pour cette activité");
            case PROVIDER ->
                new Words(
                        "from the provider's figure for this very thing",
                        "d'après le chiffre du fournisseur pour cet objet précis");
            case REGISTRY -> new Words("modelled with known parameters", "modélisé avec des paramètres connus");
            case CLASS -> new Words("modelled as a usual case", "modélisé comme un cas habituel");
            case UNKNOWN -> new Words("hardly known", "mal connu");
        };
    }
}
