// What the page says about figures, in the language of its frame.
import english from './words/en.json';
import french from './words/fr.json';

const language = document.documentElement.lang;
const words = language === 'fr' ? french : english;
const plurals = new Intl.PluralRules(language);

/** The reader's own variety of the page's language (fr-CA, en-GB), so that dates and numbers look as at home. */
export const locale = navigator.languages.find((each) => each.split('-')[0] === language) ?? language;

export const knows = (key) => key in words;

/** The words of a key; {name} in them becomes values.name. */
export function say(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** The words of a key for that many; {count} in them is the number itself. */
export function sayCount(key, count, values = {}) {
  const plural = `${key}.${plurals.select(count)}`;
  return say(knows(plural) ? plural : `${key}.other`, { count: integer(count), ...values });
}

const integers = new Intl.NumberFormat(locale);

/** A count, with the reader's thousands separators. */
export const integer = (count) => integers.format(count);

const LABEL = 'label.';

/** Whether a dimension is a label that the operator made one. */
export const isLabel = (dimension) => dimension.startsWith(LABEL);

/** What people call a dimension. */
export const dimensionName = (dimension) => (isLabel(dimension)
  ? say('dimension.label', { name: dimension.slice(LABEL.length) })
  : nameOf('dimension', dimension));

/** The name of a code (a kind, a tier, a method), or the code itself where we have no name. */
export function nameOf(group, code) {
  const key = `${group}.${code}`;
  return knows(key) ? say(key) : code;
}
