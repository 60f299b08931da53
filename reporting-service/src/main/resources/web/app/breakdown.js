// Of what: one bar per value of a dimension, the largest first, with its range as a whisker. A bar is a button.
import { add, sum } from './criteria.js';
import { byId, element, show, write } from './elements.js';
import { incomplete } from './tiles.js';
import { intensityColumns } from './intensity.js';
import { percent, scaleFor } from './quantity.js';
import { figureColumns, sortableTable } from './table.js';
import { dimensionName, integer, nameOf, say, sayCount } from './words.js';

const SHOWN = 10;
const showTable = sortableTable(byId('breakdown-details'), byId('breakdown-table'));

export function showBreakdown(report, choice, csv, select) {
  byId('breakdown-csv').href = csv;
  const rows = rowsOf(report, choice.criteria);
  const known = rows.filter((row) => row.figure !== null);
  const bars = topOf(known);
  const longest = Math.max(...bars.map((row) => row.figure.high), 0);
  const scale = scaleFor(choice.unit, longest);
  show(byId('breakdown'), bars.map((row) => bar(row, longest, scale, select)));
  write(byId('breakdown-note'), notesOf(choice, rows, known).join(' · '));
  const total = sum(report.totals.figures, choice.criteria);
  showTable({
    caption: `${say(`criterion.${choice.id}`)}, ${dimensionName(report.groupBy[0])}`,
    columns: [
      { name: dimensionName(report.groupBy[0]), sort: (row) => row.name, text: (row) => row.name },
      {
        name: say('column.activities'),
        numeric: true,
        sort: (row) => row.activities,
        text: (row) => integer(row.activities),
      },
      ...figureColumns(scale),
      {
        name: say('column.share'),
        numeric: true,
        sort: ({ figure }) => figure && figure.central,
        text: ({ figure }) => (figure && total?.central > 0 ? percent(figure.central / total.central) : '–'),
      },
      ...intensityColumns(report.groupBy[0]),
    ],
    rows,
  });
}

function rowsOf({ groups, groupBy: [dimension] }, criteria) {
  return groups
    .map(({ key, activities, figures, sci }) => ({
      dimension,
      value: key[dimension],
      name: valueName(dimension, key[dimension]),
      activities,
      sci,
      figure: sum(figures, criteria),
    }))
    .sort((a, b) => (b.figure?.central ?? -1) - (a.figure?.central ?? -1));
}

/** What people call a value of a dimension; an absent one has a name too. */
export function valueName(dimension, value) {
  return value === '' ? say('absent') : nameOf(dimension, value);
}

/** The ten largest and, as one, the others. */
function topOf(rows) {
  if (rows.length <= SHOWN + 1) return rows;
  const others = rows.slice(SHOWN);
  return [...rows.slice(0, SHOWN), {
    name: sayCount('others', others.length),
    activities: others.reduce((whole, row) => whole + row.activities, 0),
    figure: add(others.map((row) => row.figure)),
  }];
}

function notesOf({ id }, rows, known) {
  const name = say(`criterion.${id}`);
  if (known.length === 0) return [name, say('breakdown.unknown')];
  const gap = rows.reduce((whole, row) => whole + row.activities - (row.figure?.known ?? 0), 0);
  return gap > 0 ? [name, incomplete(gap)] : [name];
}

function bar(row, longest, scale, select) {
  const content = [
    element('span', { class: 'bar-name' }, row.name),
    track(row.figure, longest),
    element('span', { class: 'bar-value' },
      element('strong', {}, scale.text(row.figure.central)),
      element('span', { class: 'bar-range' }, scale.range(row.figure))),
  ];
  if (row.dimension === undefined) return element('li', {}, element('div', { class: 'bar other' }, ...content));
  return element('li', {}, element('button', {
    type: 'button',
    class: 'bar',
    'data-key': `bar-${row.value}`,
    'data-kind': row.dimension === 'kind' && row.value,
    title: say('bar.select', { name: row.name }),
    click: () => select({ dimension: row.dimension, value: row.value, excluded: false }),
  }, ...content));
}

/** Lengths are set on the element, not in its markup: the page's policy allows no style in markup. */
function track({ low, central, high }, longest) {
  const share = (value) => `${longest > 0 ? (100 * value) / longest : 0}%`;
  const fill = element('span', { class: 'fill' });
  fill.style.width = share(central);
  const whisker = element('span', { class: 'whisker' });
  whisker.style.left = share(low);
  whisker.style.width = share(high - low);
  return element('span', { class: 'track', 'aria-hidden': 'true' }, fill, whisker);
}
