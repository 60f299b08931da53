// The state of the page is its address, in the words of the API where the API has one, so that a link says it all.
import { CHOICES } from './criteria.js';
import { PERIODS } from './period.js';

const INITIAL = { period: '24h', groupBy: 'kind', criteria: CHOICES[0].criteria };

/** What the address asks for. A value that we do not know stays: the API then says what is wrong with it. */
export function readAddress(search = location.search) {
  const asked = new URLSearchParams(search);
  const free = asked.has('from') || asked.has('to');
  const period = asked.get('period');
  return {
    period: free ? null : PERIODS.includes(period) ? period : INITIAL.period,
    from: asked.get('from'),
    to: asked.get('to'),
    criteria: asked.has('criterion') ? asked.getAll('criterion').flatMap((each) => each.split(',')) : INITIAL.criteria,
    groupBy: asked.get('groupBy') ?? INITIAL.groupBy,
    filters: asked.getAll('filter').map(filterOf),
  };
}

/** The address of a state, its language kept. */
export function addressOf(state) {
  const asked = new URLSearchParams();
  const lang = new URLSearchParams(location.search).get('lang');
  if (lang) asked.set('lang', lang);
  if (state.period) asked.set('period', state.period);
  else for (const bound of ['from', 'to']) if (state[bound]) asked.set(bound, state[bound]);
  state.criteria.forEach((criterion) => asked.append('criterion', criterion));
  asked.set('groupBy', state.groupBy);
  state.filters.forEach((filter) => asked.append('filter', textOf(filter)));
  return `${location.pathname}?${asked}`;
}

/** dimension:value, or dimension:!value to exclude. */
export function textOf({ dimension, value, excluded }) {
  return `${dimension}:${excluded ? '!' : ''}${value}`;
}

function filterOf(text) {
  const [, dimension, exclusion, value] = text.match(/^([^:]*):?(!?)([^]*)$/);
  return { dimension, value, excluded: exclusion === '!' };
}
