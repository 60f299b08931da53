// Asks again and again while somebody looks, not while hidden or paused: every five seconds, or, while figures are pushed,
// when they moved, never more often, and sometimes for what is not pushed.
const EVERY_MS = 5_000;
const PUSHED_MS = 10_000;

/**
 * @param beat asks once and shows the answer; gets a signal; true when it had contact, false when it is worth repeating
 * @param tell gets {state: 'waiting' | 'live' | 'paused' | 'lost', since}; since is the time of the last contact
 */
export function startHeartbeat(beat, tell) {
  let paused = false;
  let pushed = false;
  let stale = false;
  let asking = false;
  let since = null;
  let answered = -Infinity;
  let timer = null;
  let current = new AbortController();

  async function now() {
    cancel();
    current.abort();
    const mine = (current = new AbortController());
    stale = false;
    asking = true;
    let contact;
    try {
      contact = await beat(mine.signal);
    } catch (failure) {
      if (mine.signal.aborted) return;
      throw failure;
    }
    if (mine.signal.aborted) return;
    asking = false;
    answered = performance.now();
    if (contact) since = new Date();
    tell({ state: !contact ? 'lost' : paused ? 'paused' : 'live', since });
    later(pushed && !stale && contact ? PUSHED_MS : EVERY_MS);
  }

  function later(pause) {
    cancel();
    if (!paused && !document.hidden) timer = setTimeout(now, Math.max(0, answered + pause - performance.now()));
  }

  function cancel() {
    clearTimeout(timer);
    timer = null;
  }

  /** What is shown is not what is. */
  function moved() {
    stale = true;
    if (!asking) later(EVERY_MS);
  }

  /** Whether {@link moved} is called from now on; if not any more, it is time to ask. */
  function push(whether) {
    if (pushed === whether) return;
    pushed = whether;
    if (!pushed && !paused && !document.hidden) now();
  }

  function pause(whether) {
    paused = whether;
    if (!paused) return now();
    cancel();
    tell({ state: 'paused', since });
  }

  document.addEventListener('visibilitychange', () => {
    cancel();
    if (!document.hidden && !paused) now();
  });
  tell({ state: 'waiting', since });
  now();
  return { now, pause, push, moved };
}
