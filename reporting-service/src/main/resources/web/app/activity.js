// Why this number: one activity, its figures, and every step that led to them.
import { Problem, ask } from './api.js';
import { figuresTable } from './activity-figures.js';
import { factsOf } from './activity-facts.js';
import { stepsOf } from './activity-steps.js';
import { byId, element, show } from './elements.js';
import { showProblem } from './notices.js';
import { setUpTheme } from './theme.js';
import { nameOf, say } from './words.js';

function showActivity(activity) {
  show(byId('activity'), [
    element('p', { class: 'activity-what' }, nameOf('kind', activity.kind)),
    section('why.figures', figuresTable(activity)),
    section('why.facts', factsOf(activity)),
    ...explanation(activity),
    ...(activity.data ? [data(activity.data)] : []),
  ]);
}

const section = (key, ...children) => element('section', { class: 'panel' }, element('h2', {}, say(key)), ...children);

function explanation({ explanation: found, explanationAgrees, explanationNote, problem }) {
  if (!found) return [notice('problem', problem.title, problem.detail)];
  return [
    ...(explanationNote ? [notice('note', say(`why.agrees.${explanationAgrees}`), explanationNote.detail)] : []),
    section('why.steps', ...(explanationNote ? [] : [element('p', { class: 'verdict', 'data-state': 'balanced' }, say('why.agrees.exactly'))]),
      stepsOf(found.trace ?? [])),
  ];
}

const notice = (kind, title, detail) => element('div', { class: `notice ${kind}`, role: 'note' },
  element('strong', {}, title), element('p', {}, detail));

const data = (json) => element('details', { class: 'panel' },
  element('summary', {}, say('why.data')),
  element('pre', { tabindex: 0, 'aria-label': say('why.data') }, element('code', {}, JSON.stringify(json, null, 2))));

setUpTheme();
try {
  const address = `/v1${location.pathname}?lang=${document.documentElement.lang}`;
  showActivity(await ask(address, new AbortController().signal));
} catch (problem) {
  if (!(problem instanceof Problem)) throw problem;
  showProblem(problem);
} finally {
  byId('report').setAttribute('aria-busy', 'false');
}
