// Asks again and again while somebody looks: every five seconds, not while hidden or paused. A stream of server-sent
// events can take the place of this module: it calls beat, and tells how the contact is.
const EVERY_MS = 5_000;

/**
 * @param beat asks once and shows the answer; gets a signal; true when it had contact, false when it is worth repeating
 * @param tell gets {state: 'waiting' | 'live' | 'paused' | 'lost', since}; since is the time of the last contact
 */
export function startHeartbeat(beat, tell) {
  let paused = false;
  let since = null;
  let timer;
  let current = new AbortController();

  async function now() {
    clearTimeout(timer);
    current.abort();
    const mine = (current = new AbortController());
    let contact;
    try {
      contact = await beat(mine.signal);
    } catch (failure) {
      if (mine.signal.aborted) return;
      throw failure;
    }
    if (mine.signal.aborted) return;
    if (contact) since = new Date();
    tell({ state: !contact ? 'lost' : paused ? 'paused' : 'live', since });
    later();
  }

  function later() {
    clearTimeout(timer);
    if (!paused && !document.hidden) timer = setTimeout(now, EVERY_MS);
  }

  function pause(whether) {
    paused = whether;
    if (!paused) return now();
    clearTimeout(timer);
    tell({ state: 'paused', since });
  }

  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (!document.hidden && !paused) now();
  });
  tell({ state: 'waiting', since });
  now();
  return { now, pause };
}
