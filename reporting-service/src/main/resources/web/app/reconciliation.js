// Whether everything that was accepted is in the report: the counts, and the verdict in words.
import { byId, element, show } from './elements.js';
import { integer, nameOf, say } from './words.js';

export function showReconciliation(account) {
  show(byId('reconciliation'), account.problem ? [unavailable(account.problem)] : [verdict(account), counts(account)]);
}

function unavailable({ title, detail }) {
  return element('p', { class: 'verdict', 'data-state': 'unknown' },
    [say('reconciliation.unknown'), title, detail].filter(Boolean).join(' '));
}

function verdict(account) {
  const state = account.accepted === null || account.balanced === null ? 'unknown'
    : !account.balanced ? 'different'
    : flying(account) > 0 ? 'underway' : 'balanced';
  const why = account.acceptedUnknown ? ` ${account.acceptedUnknown}` : '';
  return element('p', { class: 'verdict', 'data-state': state }, say(`reconciliation.${state}`) + why);
}

const flying = ({ inFlight }) => (inFlight?.calculation ?? 0) + (inFlight?.reporting ?? 0);

function counts(account) {
  const entries = [
    ['accepted', account.accepted],
    ['computed', account.computed],
    ['reported', account.reported],
    ['duplicates', account.duplicates],
    ['deadLettered', account.deadLettered],
    ['inFlight', flying(account)],
  ];
  const reasons = (account.deadLetters ?? []).map(({ reason, count }) => `${nameOf('reason', reason)}: ${integer(count)}`);
  return element('dl', { class: 'counts' }, ...entries.map(([name, count]) => element('div', {},
    element('dt', {}, say(`count.${name}`)),
    element('dd', {}, count === null || count === undefined ? '–' : integer(count)),
    ...(name === 'deadLettered' && reasons.length > 0 ? [element('dd', { class: 'reasons' }, reasons.join(', '))] : []))));
}
