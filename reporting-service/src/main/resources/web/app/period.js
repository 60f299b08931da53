// From a period of the page to the from and to of a question.
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const STEPS = { minute: MINUTE, hour: HOUR, day: DAY };

// Whole steps are what rollups hold: a question on their edges is answered fast, and no step of the chart is cut.
const PRESETS = {
  '1h': { length: HOUR, step: MINUTE },
  '24h': { length: DAY, step: HOUR },
  '7d': { length: 7 * DAY, step: HOUR },
  '30d': { length: 30 * DAY, step: DAY },
};

export const PERIODS = Object.keys(PRESETS);

/** From and to (exclusive) as RFC 3339: at least the whole period, up to the end of the step that now is in. */
export function rangeOf({ period, from, to }, now = Date.now()) {
  const preset = PRESETS[period];
  if (!preset) return { from, to };
  const end = Math.floor(now / preset.step) * preset.step + preset.step;
  const start = Math.floor((now - preset.length) / preset.step) * preset.step;
  return { from: iso(start), to: iso(end) };
}

/** Seconds and below are left out: the API answers by the minute. */
export const iso = (time) => new Date(time).toISOString().replace(/:\d\d\.\d{3}Z$/, ':00Z');

/** The value of a datetime-local input, in the reader's own time. */
export function localInput(text) {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) return '';
  return new Date(time.getTime() - time.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}
