// The overview: a state in the address, a heartbeat that asks for its figures, a stream that says when, and parts that
// show them.
import { addressOf, readAddress } from './address.js';
import { Problem, ask } from './api.js';
import { showAvoided } from './avoided.js';
import { showBreakdown, valueName } from './breakdown.js';
import { setUpPause, showContact, speak } from './contact.js';
import { offerLabels, setUpControls, showFilters, showRange } from './controls.js';
import { choiceOf, sum } from './criteria.js';
import { byId } from './elements.js';
import { startHeartbeat } from './heartbeat.js';
import { startLive } from './live.js';
import { showFindings, showProblem } from './notices.js';
import { showNow, showToday } from './now.js';
import { showProvenance } from './provenance.js';
import { scaleFor } from './quantity.js';
import { showRecent } from './recent.js';
import { showReconciliation } from './reconciliation.js';
import { load } from './report.js';
import { setUpTheme } from './theme.js';
import { showTiles } from './tiles.js';
import { showTrend } from './trend.js';
import { say, sayCount } from './words.js';

const report = byId('report');
let state = readAddress();
let asked = false;

const showControls = setUpControls(change);

function change(members) {
  state = { ...state, ...members };
  history.pushState(null, '', addressOf(state));
  follow();
}

/** The same whether a control or the Back button changed the state. */
function follow() {
  showState();
  asked = true;
  heartbeat.now();
}

function showState() {
  showControls(state);
  showFilters(state.filters, valueName, change);
  report.setAttribute('aria-busy', 'true');
  for (const link of document.querySelectorAll('.languages a')) link.href = inLanguage(link.hreflang);
}

function inLanguage(lang) {
  const question = new URLSearchParams(location.search);
  question.set('lang', lang);
  return `?${question}`;
}

async function beat(signal) {
  try {
    showReport(await load(withMeaning(state), signal, live.flowing()));
    return true;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    showProblem(problem);
    // An answer to another question must not stand under this one's controls; an old answer to this one may.
    if (asked || !problem.passing) report.hidden = true;
    return !problem.passing;
  } finally {
    if (!signal.aborted) {
      report.setAttribute('aria-busy', 'false');
      asked = false;
    }
  }
}

/** What the API could answer but the page not show: said before anything is asked. */
function withMeaning(wanted) {
  if (!choiceOf(wanted.criteria)) throw unshown('criteria', { criteria: wanted.criteria.join(', ') });
  if (!/^[\w.-]+$/.test(wanted.groupBy)) throw unshown('grouping', { groupBy: wanted.groupBy });
  return wanted;
}

function unshown(what, values) {
  return new Problem({ title: say(`problem.${what}`), detail: say(`problem.${what}.detail`, values), status: 400 });
}

function showReport(loaded) {
  const { overview, trend, addresses, reconciliation, newest, avoided, today } = loaded;
  const choice = choiceOf(state.criteria);
  showFindings(loaded, state, change);
  showReconciliation(reconciliation);
  showRange(state);
  showRecent(newest);
  showToday(today);
  showAvoided(avoided);
  report.hidden = overview.totals.activities === 0;
  if (!report.hidden) {
    showTiles(overview);
    showTrend(trend, choice, addresses.trendCsv);
    showBreakdown(overview, choice, addresses.breakdownCsv, (filter) => change({ filters: [...without(filter), filter] }));
    showProvenance(overview);
  }
  if (asked) speak(summary(overview, choice));
}

const without = (filter) => state.filters.filter((each) =>
  each.dimension !== filter.dimension || each.value !== filter.value);

function summary({ totals }, choice) {
  const figure = sum(totals.figures, choice.criteria);
  const amount = figure ? scaleFor(choice.unit, figure.central).text(figure.central) : say('unknown');
  return `${say(`criterion.${choice.id}`)}: ${amount}. ${sayCount('activities', totals.activities)}.`;
}

setUpTheme();
showState();
// Without an answer there are the dimensions that every report has.
ask('/v1/dimensions', new AbortController().signal).then(
  (dimensions) => offerLabels(Object.keys(dimensions), state),
  () => {},
);
const live = startLive(
  (figures) => {
    showNow(figures);
    heartbeat.moved();
  },
  (flows) => heartbeat.push(flows),
);
const heartbeat = startHeartbeat(beat, showContact);
setUpPause((paused) => {
  heartbeat.pause(paused);
  live.want(!paused);
});
addEventListener('popstate', () => {
  state = readAddress();
  follow();
});
