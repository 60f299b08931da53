// Today and the last minute, of everything: pushed, or asked for when nothing is pushed.
import { footprints } from './api.js';
import { choice, sum } from './criteria.js';
import { byId, write } from './elements.js';
import { scaleFor } from './quantity.js';
import { incomplete } from './tiles.js';
import { integer, locale, say } from './words.js';

const FIGURES = ['ghg', 'energy'];
const CRITERIA = FIGURES.flatMap((id) => choice(id).criteria);
const rates = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });

/** The question whose totals are those of today. */
export function todayAddress() {
  const from = new Date();
  from.setUTCHours(0, 0, 0, 0);
  const to = new Date(from);
  to.setUTCDate(to.getUTCDate() + 1);
  return footprints({ from: from.toISOString(), to: to.toISOString() }, { interval: 'none', criteria: CRITERIA, filters: [] });
}

/** @param pushed the figures of an event */
export const showNow = ({ today, rates: perSecond }) => showFigures(today, perSecond);

/** @param answer to the question of today, or {problem}; null when it was not asked */
export function showToday(answer) {
  if (answer?.totals) showFigures(answer.totals, null);
}

function showFigures(today, perSecond) {
  byId('now').hidden = today.activities === 0;
  for (const id of FIGURES) showFigure(id, today);
  entry('activities', integer(today.activities), '');
  entry('rate', ...rateTexts(perSecond));
}

function showFigure(id, { figures, activities }) {
  const { criteria, unit } = choice(id);
  const figure = sum(figures, criteria);
  if (!figure) {
    entry(id, say('unknown'), '');
    return;
  }
  const scale = scaleFor(unit, figure.central);
  const gap = activities - figure.known;
  entry(id, scale.text(figure.central), [scale.range(figure), ...(gap > 0 ? [incomplete(gap)] : [])].join(' · '));
}

/** Activities per second, and what they emit; a second text says that it is not known. */
function rateTexts(perSecond) {
  if (!perSecond) return ['–', say('now.unpushed')];
  const { activitiesPerSecond, figuresPerSecond } = perSecond;
  const text = say('now.activities', { amount: rates.format(activitiesPerSecond) });
  if (activitiesPerSecond === 0) return [text, ''];
  const { criteria, unit } = choice('ghg');
  const figure = sum(figuresPerSecond, criteria);
  if (!figure) return [text, say('unknown')];
  const scale = scaleFor(unit, figure.central);
  return [text, say('now.amount', { amount: scale.text(figure.central), range: scale.range(figure) })];
}

function entry(id, value, more) {
  const target = byId(`now-${id}`);
  write(target.querySelector('.value'), value);
  write(target.querySelector('.bounds'), more);
}
