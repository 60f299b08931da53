// Quantities for people: three significant digits, in a unit that keeps the number short.
import { locale } from './words.js';

// Per unit of the API: what one of each display unit is in it.
const SCALES = {
  kWh: [[1e-6, 'mWh'], [1e-3, 'Wh'], [1, 'kWh'], [1e3, 'MWh'], [1e6, 'GWh']],
  kgCO2e: [[1e-9, 'µg CO₂e'], [1e-6, 'mg CO₂e'], [1e-3, 'g CO₂e'], [1, 'kg CO₂e'], [1e3, 't CO₂e'], [1e6, 'kt CO₂e']],
  L: [[1e-6, 'µL'], [1e-3, 'mL'], [1, 'L'], [1e3, 'm³']],
  MJ: [[1e-6, 'J'], [1e-3, 'kJ'], [1, 'MJ'], [1e3, 'GJ'], [1e6, 'TJ']],
  kgSbe: [[1e-12, 'ng Sb e'], [1e-9, 'µg Sb e'], [1e-6, 'mg Sb e'], [1e-3, 'g Sb e'], [1, 'kg Sb e']],
};

const digits = new Intl.NumberFormat(locale, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
const ticks = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 });

/** The display unit in which a value has one to three digits before its decimal sign, where there is one. */
export function scaleFor(unit, value) {
  const scales = SCALES[unit];
  if (!(value > 0)) return scaleOf(scales.find(([size]) => size === 1));
  // 999.6 would be shown as 1,000: what counts is the number after rounding.
  const fitting = scales.filter(([size]) => Number((value / size).toPrecision(3)) >= 1);
  return scaleOf(fitting.at(-1) ?? scales[0]);
}

function scaleOf([size, name]) {
  return {
    name,
    in: (value) => value / size,
    number: (value) => number(value / size),
    // Of an axis, whose values are in this unit already.
    tick: (scaled) => ticks.format(scaled),
    text: (value) => `${number(value / size)}\u00a0${name}`,
    range: (figure) => `${number(figure.low / size)}\u00a0–\u00a0${number(figure.high / size)}\u00a0${name}`,
  };
}

/** Three significant digits; nothing is written as 0.00. */
function number(value) {
  return value === 0 ? whole.format(0) : digits.format(value);
}

export const percent = (share) => percents.format(share);
