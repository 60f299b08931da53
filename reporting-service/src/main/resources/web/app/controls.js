// What is shown: period, criterion, dimension. Every change applies at once.
import { CHOICES, choice, choiceOf } from './criteria.js';
import { byId, element, show } from './elements.js';
import { PERIODS, iso, localInput, rangeOf } from './period.js';
import { dimensionName, isLabel, say } from './words.js';

const DIMENSIONS = ['kind', 'provider', 'model', 'zone', 'region', 'team', 'project', 'application'];

/**
 * @param change takes the members of the state that change
 * @returns a function to show a state
 */
export function setUpControls(change) {
  const options = (group, ids) => ids.map((id) => element('option', { value: id }, say(`${group}.${id}`)));
  byId('criterion').append(...options('criterion', CHOICES.map(({ id }) => id)));
  byId('dimension').append(...dimensionOptions(DIMENSIONS));
  byId('presets').append(...PERIODS.map((period) => element('label', {},
    element('input', { type: 'radio', name: 'period', value: period, class: 'unseen', change: () => select(period) }),
    element('span', {}, say(`period.${period}`)))));

  const select = (period) => change({ period, from: null, to: null });
  byId('criterion').addEventListener('change', ({ target }) => change({ criteria: choice(target.value).criteria }));
  byId('dimension').addEventListener('change', ({ target }) => change({ groupBy: target.value }));
  for (const bound of ['from', 'to']) byId(bound).addEventListener('change', () => changeRange(change));
  byId('controls').addEventListener('submit', (event) => event.preventDefault());
  return showState;
}

const dimensionOptions = (ids) => ids.map((id) => element('option', { value: id }, dimensionName(id)));

/** Further choices: the labels among the dimensions that the report has. */
export function offerLabels(dimensions, state) {
  byId('dimension').append(...dimensionOptions(dimensions.filter(isLabel)));
  byId('dimension').value = state.groupBy;
}

function changeRange(change) {
  const [from, to] = ['from', 'to'].map((bound) => byId(bound).value);
  if (from && to) change({ period: null, from: iso(new Date(from)), to: iso(new Date(to)) });
}

function showState(state) {
  for (const radio of byId('presets').querySelectorAll('input')) radio.checked = radio.value === state.period;
  byId('criterion').value = choiceOf(state.criteria)?.id ?? '';
  byId('dimension').value = state.groupBy;
  showRange(state);
}

/** The very range that is asked for, unless the reader is just writing another one. */
export function showRange(state) {
  const range = rangeOf(state);
  for (const bound of ['from', 'to']) {
    const input = byId(bound);
    if (document.activeElement !== input) input.value = range[bound] ? localInput(range[bound]) : '';
  }
}

/** The filters as chips: which way they work is a button, removing them is another. */
export function showFilters(filters, valueName, change) {
  const without = (index) => filters.filter((_, i) => i !== index);
  const turned = (index) => filters.map((each, i) => (i === index ? { ...each, excluded: !each.excluded } : each));
  show(byId('filters'), filters.map((filter, i) => {
    const name = valueName(filter.dimension, filter.value);
    const label = `${dimensionName(filter.dimension)} ${say(filter.excluded ? 'filter.not' : 'filter.is')} ${name}`;
    return element('li', { class: filter.excluded ? 'chip excluded' : 'chip' },
      element('button', {
        type: 'button',
        'data-key': `turn-${i}`,
        title: say(filter.excluded ? 'filter.include' : 'filter.exclude'),
        click: () => change({ filters: turned(i) }),
      }, label),
      element('button', {
        type: 'button',
        class: 'remove',
        'data-key': `remove-${i}`,
        'aria-label': say('filter.remove', { filter: label }),
        click: () => change({ filters: without(i) }),
      }, '×'));
  }));
}
