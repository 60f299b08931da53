// Light or dark as the reader chose; the cookie lets the server send the next page in it.
import { byId } from './elements.js';

const YEAR_SECONDS = 31_536_000;

export function setUpTheme() {
  byId('theme').addEventListener('change', ({ target }) => {
    document.documentElement.dataset.theme = target.value;
    document.cookie = `sillage-theme=${target.value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Strict`;
    document.dispatchEvent(new Event('themechange'));
  });
}
