package dev.sillage.calculation.model.inference;

/** What making one machine cost. */
record Embodied(double gwpKgCo2e, double adpeKgSbe, double primaryEnergyMj) {}
