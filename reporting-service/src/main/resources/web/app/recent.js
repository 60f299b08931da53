// The newest activities, each a way to "why this number?".
import { byId, element, show } from './elements.js';
import { sum, choice } from './criteria.js';
import { scaleFor } from './quantity.js';
import { locale, nameOf, say } from './words.js';

const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium' });

export const NEWEST = '/v1/activities?limit=8';

/** @param newest the answer to NEWEST, or {problem} */
export function showRecent(newest) {
  const rows = newest.activities ?? [];
  byId('recent').hidden = rows.length === 0;
  show(byId('recent-list'), rows.map(row));
}

function row(activity) {
  const { kind, model, time } = activity;
  const name = nameOf('kind', kind);
  return element('li', {},
    element('span', { class: 'recent-what' },
      element('span', { class: 'fact' }, model ? `${name} · ${model}` : name),
      element('time', { class: 'code', datetime: time }, moment.format(new Date(time)))),
    element('span', { class: 'recent-value' }, amount(activity)),
    element('a', { href: pageOf(activity), 'data-key': `why-${activity.source}-${activity.id}` },
      say('why'), element('span', { class: 'unseen' }, `: ${name}, ${moment.format(new Date(time))}`)));
}

/** Figures of one activity have no number of activities: here it is one each. */
export function amount({ figures }) {
  const counted = Object.fromEntries(Object.entries(figures).map(([id, figure]) => [id, { ...figure, activities: 1 }]));
  const { criteria, unit } = choice('ghg');
  const figure = sum(counted, criteria);
  return figure ? scaleFor(unit, figure.central).text(figure.central) : say('unknown');
}

function pageOf({ source, id }) {
  const lang = new URLSearchParams(location.search).get('lang');
  return `/activities/${encodeURIComponent(source)}/${encodeURIComponent(id)}${lang ? `?lang=${encodeURIComponent(lang)}` : ''}`;
}
