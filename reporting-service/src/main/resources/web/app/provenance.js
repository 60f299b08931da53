// Where the figures on the screen come from, in words, each with its code.
import { byId, element, show } from './elements.js';
import { knows, nameOf, say, sayCount } from './words.js';

const TIERS = ['measured', 'provider', 'registry', 'class', 'unknown'];

export function showProvenance({ methodologies, tiers, warnings }) {
  show(byId('methods'), methodologies.map(({ methodology, factorSet, activities }) =>
    fact(nameOf('methodology', methodology), `${methodology} · ${factorSet}`, activities)));
  show(byId('tiers'), TIERS.filter((tier) => tiers[tier] > 0).map((tier) =>
    fact(nameOf('tier', tier), tier, tiers[tier])));
  show(byId('warnings'), warnings.length === 0
    ? [element('li', {}, say('warnings.none'))]
    : warnings.map(({ warning, activities }) => fact(warningText(warning), warning, activities)));
}

function fact(text, code, activities) {
  return element('li', {},
    element('span', { class: 'fact' }, text),
    element('span', { class: 'code' }, element('code', {}, code), ` · ${sayCount('activities', activities)}`));
}

/** What a warning says. A code may carry what it is about after a colon: no-data:adpe. */
export function warningText(warning) {
  const [code, about] = warning.split(/:(.*)/s);
  if (about === undefined) return nameOf('warning', code);
  const key = `warning.${code}:`;
  return knows(key) ? say(key, { about: nameOf('criterion', about) }) : warning;
}
