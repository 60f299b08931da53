// Whether the figures move: the badge, the pause button, and grey figures when there is no contact.
import { byId, element, show, write } from './elements.js';
import { locale, say } from './words.js';

const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });

/** @returns a function to show {state, since} of the heartbeat */
export function showContact({ state, since }) {
  const text = state === 'lost' && !since ? say('contact.never') : say(`contact.${state}`, { since: since && clock.format(since) });
  byId('contact').dataset.state = state;
  show(byId('contact'), [element('span', { class: 'dot', 'aria-hidden': 'true' }), element('span', {}, text)]);
  document.documentElement.toggleAttribute('data-stale', state === 'lost');
}

/** @param pause takes whether to pause */
export function setUpPause(pause) {
  const button = byId('pause');
  button.addEventListener('click', () => {
    const paused = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(paused));
    pause(paused);
  });
}

/** Says a sentence to those who listen rather than look. */
export const speak = (text) => write(byId('spoken'), text);
