// What happens now, pushed by the server. The browser comes back by itself when the connection is lost, and says which
// event it saw last; each event is the whole state, so nothing is missed.
const ADDRESS = '/v1/live';
const REFUSED_MS = 60_000;
// An event comes each minute at least, because a minute has passed: after that much silence nobody is there any more.
const SILENCE_MS = 90_000;

/**
 * @param shows gets the figures of each event
 * @param flows gets whether figures come by themselves from now on
 */
export function startLive(shows, flows) {
  let stream = null;
  let wanted = true;
  let flowing = false;
  let timer;

  function open() {
    clearTimeout(timer);
    if (!wanted || stream || document.hidden) return;
    const mine = (stream = new EventSource(ADDRESS));
    mine.addEventListener('figures', ({ data }) => {
      flow(true);
      again(SILENCE_MS);
      shows(JSON.parse(data));
    });
    mine.addEventListener('unavailable', () => flow(false));
    mine.addEventListener('error', () => {
      flow(false);
      // Refused, by a limit or for want of a credential: the browser does not try again, so we do.
      if (mine.readyState === EventSource.CLOSED) again(REFUSED_MS);
    });
  }

  function close() {
    clearTimeout(timer);
    stream?.close();
    stream = null;
  }

  function again(delay) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      flow(false);
      close();
      open();
    }, delay);
  }

  function flow(whether) {
    if (flowing === whether) return;
    flowing = whether;
    flows(whether);
  }

  function want(whether) {
    wanted = whether;
    if (wanted) return open();
    close();
    flow(false);
  }

  // A page that nobody sees leaves its place to others.
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  addEventListener('offline', () => {
    close();
    flow(false);
  });
  addEventListener('online', open);
  open();
  return { want, flowing: () => flowing };
}
