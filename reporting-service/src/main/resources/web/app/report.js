// All that one look at the page needs, asked for at the same time.
import { Problem, ask, footprints } from './api.js';
import { avoidedAddress } from './avoided.js';
import { choice } from './criteria.js';
import { rangeOf } from './period.js';
import { todayAddress } from './now.js';
import { NEWEST } from './recent.js';

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
    avoided: avoidedAddress(range),
    trendCsv: footprints(range, { ...trend, format: 'csv' }),
  };
}

/**
 * All answers, and the addresses. The figures do not wait for what stands beside them to work.
 *
 * @param pushed whether today is known without asking
 */
export async function load(state, signal, pushed) {
  const addresses = questions(state);
  const [overview, trend, origins, reconciliation, newest, avoided, today] = await Promise.all([
    ask(addresses.overview, signal),
    ask(addresses.trend, signal),
    ask(addresses.origins, signal),
    beside('/v1/reconciliation', signal),
    beside(NEWEST, signal),
    beside(addresses.avoided, signal),
    pushed ? null : beside(todayAddress(), signal),
  ]);
  return { overview, trend, origins, reconciliation, newest, avoided, today, addresses };
}

const beside = (address, signal) => ask(address, signal).catch((problem) => {
  if (problem instanceof Problem) return { problem };
  throw problem;
});
