// What one activity was, who sent it, and how its figures were made.
import { element } from './elements.js';
import { warningText } from './provenance.js';
import { locale, nameOf, say } from './words.js';

const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' });

export function factsOf(activity) {
  const { source, id, time, labels, provider, model, zone, region, methodology, factorSet, tier, warnings, functionalUnit } = activity;
  const facts = [
    ['time', moment.format(new Date(time))],
    ['provider', provider],
    ['model', model],
    ['zone', zone && nameOf('zone', zone)],
    ['region', region],
    ['delivered', functionalUnit && `${new Intl.NumberFormat(locale).format(functionalUnit.quantity)} · ${nameOf('unit', functionalUnit.unit)}`],
    ...Object.entries(labels).map(([name, value]) => [name, value]),
    ['method', `${nameOf('methodology', methodology)} (${methodology})`],
    ['factors', factorSet],
    ['tier', nameOf('tier', tier)],
    ['source', source],
    ['id', id],
  ].filter(([, value]) => value);
  return element('div', {},
    element('dl', { class: 'facts-list' }, ...facts.map(([name, value]) => element('div', {},
      element('dt', {}, nameOf('fact', name)), element('dd', {}, value)))),
    element('ul', { class: 'facts' }, ...warnings.map((warning) => element('li', {},
      element('span', { class: 'fact' }, warningText(warning)), element('code', { class: 'code' }, warning)))));
}
