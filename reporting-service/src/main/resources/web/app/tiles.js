// The row of totals.
import { choice, sum } from './criteria.js';
import { byId, write } from './elements.js';
import { scaleFor } from './quantity.js';
import { integer, say, sayCount } from './words.js';

const PARTS = {
  ghg: ['ghg-operational-location', 'ghg-embodied'],
  energy: [],
  water: ['water-on-site', 'water-off-site'],
};

export function showTiles({ totals, methodologies }) {
  for (const id of Object.keys(PARTS)) showFigure(id, totals);
  tile('activities', integer(totals.activities), say('tile.exact'), sayCount('tile.methods', methodologies.length), '');
}

function showFigure(id, totals) {
  const { criteria, unit } = choice(id);
  const figure = sum(totals.figures, criteria);
  if (!figure) {
    tile(id, '–', say('unknown'), '', '');
    return;
  }
  const scale = scaleFor(unit, figure.central);
  const parts = PARTS[id].map((part) => partText(part, unit, totals.figures)).join(' · ');
  const gap = totals.activities - figure.known;
  tile(id, scale.text(figure.central), scale.range(figure), parts, gap > 0 ? incomplete(gap) : '');
}

function partText(part, unit, figures) {
  const figure = sum(figures, [part]);
  const text = figure ? scaleFor(unit, figure.central).text(figure.central) : say('unknown');
  return `${say(`part.${part}`)} ${text}`.replaceAll(' ', '\u00a0');
}

/** That a sum lacks something: never a silent zero. */
export const incomplete = (gap) => sayCount('incomplete', gap);

function tile(id, value, bounds, parts, gap) {
  const target = byId(`tile-${id}`);
  const number = target.querySelector('.value');
  if (number.textContent !== value && target.dataset.shown) highlight(target);
  target.dataset.shown = 'yes';
  write(number, value);
  write(target.querySelector('.bounds'), bounds);
  write(target.querySelector('.parts'), parts);
  write(target.querySelector('.gap'), gap);
}

/** A short sign that a number moved; the style sheet leaves it out for readers who want no motion. */
function highlight(target) {
  target.classList.remove('moved');
  void target.offsetWidth;
  target.classList.add('moved');
}
