// All that one look at the page needs, asked for at the same time.
import { Problem, ask, footprints } from './api.js';
import { choice } from './criteria.js';
import { rangeOf } from './period.js';

const TILES = ['ghg', 'energy', 'water'].flatMap((id) => choice(id).criteria);

/** The questions of a state, as addresses; the CSV links are two of them in another format. */
export function questions(state, range = rangeOf(state)) {
  const { criteria, filters, groupBy } = state;
  const breakdown = { interval: 'none', groupBy, filters };
  const trend = { interval: 'auto', criteria, filters };
  return {
    overview: footprints(range, { ...breakdown, criteria: [...new Set([...TILES, ...criteria])] }),
    trend: footprints(range, trend),
    // Whose data these are: what is demonstration must say so.
    origins: footprints(range, { interval: 'none', groupBy: 'environment,project', criteria: ['energy'], filters }),
    breakdownCsv: footprints(range, { ...breakdown, criteria, format: 'csv' }),
    trendCsv: footprints(range, { ...trend, format: 'csv' }),
  };
}

/** {overview, trend, origins, reconciliation, addresses}. The figures do not wait for the reconciliation to work. */
export async function load(state, signal) {
  const addresses = questions(state);
  const [overview, trend, origins, reconciliation] = await Promise.all([
    ask(addresses.overview, signal),
    ask(addresses.trend, signal),
    ask(addresses.origins, signal),
    ask('/v1/reconciliation', signal).catch((problem) => {
      if (problem instanceof Problem) return { problem };
      throw problem;
    }),
  ]);
  return { overview, trend, origins, reconciliation, addresses };
}
