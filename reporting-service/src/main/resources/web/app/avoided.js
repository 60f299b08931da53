// What was avoided elsewhere: beside the footprint, one lever at a time, and never taken off it.
import { byId, element, show } from './elements.js';
import { scaleFor } from './quantity.js';
import { nameOf, say, sayCount } from './words.js';

export const avoidedAddress = ({ from, to }) => {
  const question = new URLSearchParams();
  if (from) question.set('from', from);
  if (to) question.set('to', to);
  return `/v1/avoided?${question}`;
};

/** @param report the answer, or {problem} */
export function showAvoided(report) {
  const levers = report.levers ?? [];
  byId('avoided').hidden = levers.length === 0;
  show(byId('avoided-list'), levers.map(lever));
}

function lever({ lever: code, internalOnly, activities, effect, avoidedKgCo2e, firstOrderUnknown }) {
  const badges = internalOnly ? [element('strong', { class: 'badge-internal' }, say('avoided.internal'))] : [];
  const gaps = firstOrderUnknown > 0 ? [element('span', { class: 'code' }, sayCount('avoided.gap', firstOrderUnknown))] : [];
  return element('li', { 'data-effect': effect },
    element('span', { class: 'fact' }, nameOf('lever', code), ...badges),
    element('span', { class: 'avoided-value' },
      element('span', {}, `${say(`effect.${effect}`)} `), element('strong', {}, central(avoidedKgCo2e, effect)),
      element('span', { class: 'bar-range' }, range(avoidedKgCo2e, effect))),
    element('span', { class: 'code' }, sayCount('activities', activities)),
    ...gaps);
}

/** Added emissions are told as what they are: an amount above zero, under another word. */
function turned(figure, effect) {
  return effect === 'added' ? { low: -figure.high, central: -figure.central, high: -figure.low } : figure;
}

function central(figure, effect) {
  const { central: value } = turned(figure, effect);
  return scaleFor('kgCO2e', Math.abs(value)).text(value);
}

function range(figure, effect) {
  const shown = turned(figure, effect);
  return scaleFor('kgCO2e', Math.max(Math.abs(shown.central), Math.abs(shown.high))).range(shown);
}
