// What can be asked for on this page: a criterion of the API, or two that make a whole.
export const CHOICES = [
  { id: 'ghg', criteria: ['ghg-operational-location', 'ghg-embodied'], unit: 'kgCO2e' },
  { id: 'ghg-operational-location', criteria: ['ghg-operational-location'], unit: 'kgCO2e' },
  { id: 'ghg-operational-market', criteria: ['ghg-operational-market'], unit: 'kgCO2e' },
  { id: 'ghg-embodied', criteria: ['ghg-embodied'], unit: 'kgCO2e' },
  { id: 'energy', criteria: ['energy'], unit: 'kWh' },
  { id: 'water', criteria: ['water-on-site', 'water-off-site'], unit: 'L' },
  { id: 'water-on-site', criteria: ['water-on-site'], unit: 'L' },
  { id: 'water-off-site', criteria: ['water-off-site'], unit: 'L' },
  { id: 'primary-energy', criteria: ['primary-energy'], unit: 'MJ' },
  { id: 'adpe', criteria: ['adpe'], unit: 'kgSbe' },
];

export const choice = (id) => CHOICES.find((each) => each.id === id);

/** The choice of exactly these criteria, or undefined: other sets have no common meaning. */
export function choiceOf(criteria) {
  const wanted = [...criteria].sort().join();
  return CHOICES.find((each) => [...each.criteria].sort().join() === wanted);
}

/**
 * The sum of some criteria over the same activities: {low, central, high, known}, or null when no activity has any.
 * Bounds add up to bounds, which is the widest range: the parts may all be low or high together. known is the number
 * of activities for which every part is there; below the number of activities the sum is not complete.
 */
export function sum(figures, criteria) {
  const parts = criteria.map((criterion) => figures[criterion]);
  const present = parts.filter((part) => part && part.activities > 0);
  if (present.length === 0) return null;
  const total = (bound) => present.reduce((whole, part) => whole + part[bound], 0);
  return {
    low: total('low'),
    central: total('central'),
    high: total('high'),
    known: Math.min(...parts.map((part) => part?.activities ?? 0)),
  };
}

/** The sum of sums; what is unknown adds nothing, and known tells of it. */
export function add(sums) {
  const present = sums.filter((each) => each !== null);
  if (present.length === 0) return null;
  const total = (member) => present.reduce((whole, each) => whole + each[member], 0);
  return { low: total('low'), central: total('central'), high: total('high'), known: total('known') };
}
