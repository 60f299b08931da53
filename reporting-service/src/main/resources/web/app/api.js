// The page asks the same questions, at the same address, as every other client.
import { textOf } from './address.js';

const LONGEST_WAIT_MS = 15_000;
const UNAUTHENTICATED = 401;

/** An answer that is no answer: the API's own problem, or that there was none. */
export class Problem extends Error {
  constructor({ title, detail, status }) {
    super(title);
    this.title = title;
    this.detail = detail;
    this.status = status;
  }

  /** Whether asking the same again can help. */
  get passing() {
    return !this.status || this.status >= 500;
  }
}

/** The address of a question about footprints. */
export function footprints({ from, to }, { interval, groupBy, criteria = [], filters, format }) {
  const question = new URLSearchParams();
  if (from) question.set('from', from);
  if (to) question.set('to', to);
  question.set('interval', interval);
  if (groupBy) question.set('groupBy', groupBy);
  criteria.forEach((criterion) => question.append('criterion', criterion));
  filters.forEach((filter) => question.append('filter', textOf(filter)));
  if (format) question.set('format', format);
  return `/v1/footprints?${question}`;
}

/** The answer as JSON. Throws a Problem, or AbortError when the caller no longer wants it. */
export async function ask(address, signal) {
  const answer = await contact(address, signal);
  if (answer.ok) return answer.json();
  // Nobody is signed in any more: the form says what is missing.
  if (answer.status === UNAUTHENTICATED) window.location.assign('/sign-in');
  const problem = await answer.json().catch(() => ({}));
  throw new Problem({ title: problem.title, detail: problem.detail, status: answer.status });
}

async function contact(address, signal) {
  const limit = AbortSignal.timeout(LONGEST_WAIT_MS);
  try {
    return await fetch(address, {
      headers: { Accept: 'application/json' },
      signal: AbortSignal.any([signal, limit]),
    });
  } catch (failure) {
    if (signal.aborted) throw failure;
    throw new Problem({});
  }
}
