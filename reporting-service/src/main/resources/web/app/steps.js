// The series of an answer as a row of steps without holes.
import { sum } from './criteria.js';
import { STEPS } from './period.js';

/**
 * One entry per step up to now: {time, activities, figure}. A step without any activity has an exact zero; a step
 * whose activities have no data for the criterion has null, which a chart must show as a gap.
 */
export function stepsOf({ series, interval, from, to }, criteria, now = Date.now()) {
  const length = STEPS[interval];
  if (!length) return [];
  const known = new Map(series.map((point) => [Date.parse(point.time), point]));
  const steps = [];
  const end = Math.min(Date.parse(to), Math.max(now, ...known.keys()) + 1);
  for (let time = Math.floor(Date.parse(from) / length) * length; time < end; time += length) {
    const point = known.get(time);
    steps.push({
      time,
      activities: point?.activities ?? 0,
      figure: point ? sum(point.figures, criteria) : { low: 0, central: 0, high: 0, known: 0 },
    });
  }
  return steps;
}

/** Whether the last step can still grow. */
export function isFilling(steps, interval, now = Date.now()) {
  const last = steps.at(-1);
  return last !== undefined && now < last.time + STEPS[interval];
}
