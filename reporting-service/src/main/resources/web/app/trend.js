// How much over time: the chart, its table, its CSV.
import { bandChart } from './chart.js';
import { byId, element, write } from './elements.js';
import { scaleFor } from './quantity.js';
import { isFilling, stepsOf } from './steps.js';
import { figureColumns, sortableTable } from './table.js';
import { integer, locale, say } from './words.js';

const draw = bandChart(byId('trend'));
const showTable = sortableTable(byId('trend-details'), byId('trend-table'));

export function showTrend(report, choice, csv) {
  byId('trend-csv').href = csv;
  const utc = report.interval === 'day';
  const steps = stepsOf(report, choice.criteria);
  const known = steps.map((step) => step.figure).filter((figure) => figure !== null);
  const scale = scaleFor(choice.unit, Math.max(0, ...known.map((figure) => figure.high)));
  const name = say(`criterion.${choice.id}`);
  const times = timesOf(report.interval, utc);
  write(byId('trend-note'), [name, ...stepNotes(report, steps)].join(' · '));
  draw({
    steps,
    scale,
    utc,
    tick: times.tick,
    tooltip: (step) => tooltip(step, times.full, scale),
    description: description(name, report, known, scale),
  });
  showTable({
    caption: `${name}, ${say(`interval.${report.interval}`)}`,
    columns: [
      { name: say('column.time'), sort: (step) => step.time, text: (step) => times.full.format(step.time) },
      {
        name: say('column.activities'),
        numeric: true,
        sort: (step) => step.activities,
        text: (step) => integer(step.activities),
      },
      ...figureColumns(scale),
    ],
    rows: steps.filter((step) => step.activities > 0),
  });
}

/** Days are days of UTC, as the server cuts them; hours and minutes are shown in the reader's time. */
function timesOf(interval, utc) {
  const zone = utc ? { timeZone: 'UTC' } : {};
  const clock = interval === 'day' ? {} : { hour: '2-digit', minute: '2-digit' };
  const full = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...clock, ...zone });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...zone });
  const hour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const midnight = (time) => (utc ? true : new Date(time).getHours() + new Date(time).getMinutes() === 0);
  return { full, tick: (time) => (midnight(time) ? day : hour).format(time) };
}

function stepNotes({ interval, partial }, steps) {
  const notes = [say(`interval.${interval}`)];
  if (isFilling(steps, interval)) notes.push(say('step.filling'));
  else if (partial?.first || partial?.last) notes.push(say('step.partial'));
  if (interval === 'day') notes.push(say('step.utc'));
  return notes;
}

function description(name, { interval }, known, scale) {
  if (known.length === 0) return say('trend.unknown', { criterion: name });
  const highest = Math.max(...known.map((figure) => figure.central));
  return say('trend.description', {
    criterion: name,
    step: say(`interval.${interval}`),
    steps: integer(known.length),
    highest: scale.text(highest),
  });
}

function tooltip(step, full, scale) {
  const lines = step.figure
    ? [element('strong', {}, scale.text(step.figure.central)), element('span', {}, scale.range(step.figure))]
    : [element('strong', {}, say('unknown'))];
  return element('div', { class: 'tip' },
    element('span', {}, full.format(step.time)),
    ...lines,
    element('span', {}, `${say('column.activities')} ${integer(step.activities)}`));
}
