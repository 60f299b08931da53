// The figures of one activity as a table, in display units.
import { CHOICES } from './criteria.js';
import { element } from './elements.js';
import { scaleFor } from './quantity.js';
import { say } from './words.js';

const SINGLE = CHOICES.filter(({ criteria }) => criteria.length === 1);

export function figuresTable({ figures }) {
  const bounds = ['low', 'central', 'high'];
  return element('div', { class: 'table', tabindex: 0, role: 'region', 'aria-label': say('why.figures') },
    element('table', {},
      element('thead', {}, element('tr', {},
        element('th', { scope: 'col' }, say('why.criterion')),
        ...bounds.map((bound) => element('th', { scope: 'col', class: 'number' }, say(`bound.${bound}`))))),
      element('tbody', {}, ...SINGLE.map(({ id, criteria: [criterion], unit }) => row(id, figures[criterion], unit, bounds)))));
}

/** A criterion without data has its row too: that it is unknown is part of the answer. */
function row(id, figure, unit, bounds) {
  const scale = figure && scaleFor(unit, figure.central);
  return element('tr', {}, element('th', { scope: 'row' }, say(`criterion.${id}`)),
    ...(figure
      ? bounds.map((bound) => element('td', { class: 'number' }, scale.text(figure[bound])))
      : [element('td', { colspan: 3, class: 'number absent' }, say('unknown'))]));
}
