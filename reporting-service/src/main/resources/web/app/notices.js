// What the reader must know before the figures: a problem, that there is nothing, that the data are a demonstration.
import { byId, element, show } from './elements.js';
import { integer, say, sayCount } from './words.js';

export function showProblem({ title, detail, status }) {
  const heading = title ?? say(status ? 'problem.status' : 'problem.contact', { status });
  show(byId('notices'), [element('div', { class: 'notice problem', role: 'alert' },
    element('strong', {}, heading), element('p', {}, detail ?? say('problem.contact.detail')))]);
}

/**
 * @param report what was loaded
 * @param change takes the members of the state that change
 */
export function showFindings({ overview, origins, reconciliation }, state, change) {
  const found = overview.totals.activities > 0
    ? demonstration(origins, overview.totals.activities)
    : reconciliation.reported === 0 ? nothingYet(reconciliation) : nothingHere(state, change);
  show(byId('notices'), found);
}

/** The label environment: demo is what tells; the project says which of the bundled data it is. */
function demonstration({ groups }, activities) {
  const demo = groups.filter(({ key }) => key.environment === 'demo');
  if (demo.length === 0) return [];
  const count = demo.reduce((whole, group) => whole + group.activities, 0);
  const sources = demo.map(({ key }) => key.project).sort()
    .map((project) => element('li', {}, DEMONSTRATIONS.includes(project) ? say(`demo.${project}`) : project));
  return [element('div', { class: 'notice demo', role: 'note' },
    element('strong', {}, count === activities ? say('demo.all') : sayCount('demo.some', count, { all: integer(activities) })),
    element('ul', {}, ...sources))];
}

const DEMONSTRATIONS = ['azure-llm-trace-2023', 'synthetic-office-day'];

function nothingHere(state, change) {
  const ways = [];
  if (state.filters.length > 0) ways.push(button('empty.unfilter', () => change({ filters: [] })));
  if (state.period !== '30d') ways.push(button('empty.widen', () => change({ period: '30d', from: null, to: null })));
  return [element('div', { class: 'notice empty' },
    element('strong', {}, say(state.filters.length > 0 ? 'empty.filtered' : 'empty.period')),
    element('p', {}, say('empty.why')),
    element('p', { class: 'ways' }, ...ways))];
}

const button = (key, click) => element('button', { type: 'button', 'data-key': key, click }, say(key));

function nothingYet({ accepted, deadLettered }) {
  const why = accepted > 0 && deadLettered >= accepted ? 'empty.refused' : accepted > 0 ? 'empty.underway' : 'empty.none';
  return [element('div', { class: 'notice empty' },
    element('strong', {}, say(why)),
    element('p', {}, say('empty.first')),
    element('pre', { tabindex: 0, 'aria-label': say('empty.command') }, element('code', {}, firstEvent())),
    element('p', {}, say('empty.soon')))];
}

function firstEvent() {
  return `curl -i ${document.body.dataset.eventsUrl} \\
  -H 'Content-Type: application/cloudevents+json' -d '{
  "specversion": "1.0", "id": "my-first-1", "source": "/first-steps",
  "type": "dev.sillage.activity.llm-inference.v1",
  "time": "'"$(date -u +%Y-%m-%dT%H:%M:%SZ)"'",
  "data": {"provider": "openai", "model": "gpt-4o",
           "inputTokens": 1200, "outputTokens": 350,
           "labels": {"team": "first-steps"}}}'`;
}
