// The numbers of a chart as a table that can be sorted; made only while it is open.
import { element, show } from './elements.js';
import { say } from './words.js';

/**
 * @param details its <details>
 * @param place where in it the table goes
 * @returns a function to show {caption, columns: [{name, sort(row), text(row), numeric}], rows}
 */
export function sortableTable(details, place) {
  let content = null;
  let order = null;

  function render() {
    if (!content || !details.open) return;
    const { caption, columns, rows } = content;
    const sorted = order ? [...rows].sort(comparison(columns[order.column].sort, order.descending)) : rows;
    const table = element('table', {},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, ...columns.map(heading))),
      element('tbody', {}, ...sorted.map((row) => element('tr', {}, ...columns.map((column, i) => cell(column, i, row))))));
    show(place, [table]);
  }

  function heading(column, index) {
    const sorted = order?.column === index ? (order.descending ? 'descending' : 'ascending') : undefined;
    const sort = () => {
      order = { column: index, descending: order?.column === index ? !order.descending : Boolean(column.numeric) };
      render();
    };
    return element('th', { scope: 'col', class: column.numeric && 'number', 'aria-sort': sorted },
      element('button', { type: 'button', 'data-key': `sort-${index}`, title: say('table.sort'), click: sort }, column.name));
  }

  // A long table scrolls in its own place; the keyboard must get there.
  place.tabIndex = 0;
  place.setAttribute('role', 'region');
  details.addEventListener('toggle', render);
  return (next) => {
    content = next;
    place.setAttribute('aria-label', next.caption);
    render();
  };
}

function cell(column, index, row) {
  const text = column.text(row);
  return index === 0
    ? element('th', { scope: 'row' }, text)
    : element('td', { class: column.numeric && 'number' }, text);
}

/** What is unknown stands last, whichever way is up. */
function comparison(value, descending) {
  return (one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === null || b === null) return (a === null) - (b === null);
    const order = typeof a === 'string' ? a.localeCompare(b) : a - b;
    return descending ? -order : order;
  };
}

/** The three columns of a figure, in one unit. */
export function figureColumns(scale) {
  return ['low', 'central', 'high'].map((bound) => ({
    name: `${say(`bound.${bound}`)} (${scale.name})`,
    numeric: true,
    sort: ({ figure }) => (figure ? figure[bound] : null),
    text: ({ figure }) => (figure ? scale.number(figure[bound]) : say('unknown')),
  }));
}
