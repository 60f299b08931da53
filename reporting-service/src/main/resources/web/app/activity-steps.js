// The steps of a computation, in its order: formula, what goes in, which factors with their sources, what comes out.
import { element } from './elements.js';
import { locale, say } from './words.js';

const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 });
const scientific = new Intl.NumberFormat(locale, { notation: 'scientific', maximumSignificantDigits: 6 });

export const stepsOf = (trace) => element('ol', { class: 'steps' }, ...trace.map(step));

function step({ name, title, formula, inputs = [], factors = [], result }) {
  return element('li', {},
    element('h3', {}, title ?? name, ...(title ? [element('code', { class: 'code' }, ` ${name}`)] : [])),
    element('p', {}, element('code', { class: 'formula' }, formula)),
    ...(inputs.length > 0 ? [list('why.inputs', inputs.map((input) => [symbol(input), meaning(input.meaning)]))] : []),
    ...(factors.length > 0 ? [list('why.factors', factors.map((factor) => [symbol(factor), provenance(factor)]))] : []),
    element('p', { class: 'result' }, element('span', {}, `${say('why.result')} `), symbol(result), ' ', meaning(result.meaning)));
}

const list = (key, entries) => element('div', {},
  element('h4', {}, say(key)),
  element('ul', {}, ...entries.map((parts) => element('li', {}, ...parts.flatMap((part) => [part, ' '])))));

const meaning = (text) => element('span', { class: 'meaning' }, text ?? '');

function symbol({ symbol: letters, value, unit }) {
  return element('span', { class: 'quantity' }, element('code', {}, letters), ` = ${bounds(value)}${unit === '1' ? '' : `\u00a0${unit}`}`);
}

/** One number where nothing is uncertain; else central, and its range behind. */
function bounds({ low, central, high }) {
  if (low === central && central === high) return number(central);
  return `${number(central)} (${number(low)} – ${number(high)})`;
}

function number(value) {
  const size = Math.abs(value);
  return value !== 0 && (size < 1e-4 || size >= 1e9) ? scientific.format(value) : plain.format(value);
}

function provenance({ key, zone, source, year, licence, quality }) {
  const parts = [
    zone,
    source,
    year && say('why.year', { year }),
    licence && say('why.licence', { licence }),
    quality && say('why.quality', { quality }),
  ].filter(Boolean);
  return element('span', { class: 'meaning' }, `${parts.join(' · ')} `, element('code', { class: 'code' }, key));
}
