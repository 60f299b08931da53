// Emissions per unit of what was delivered (ISO/IEC 21031), as a column of the breakdown by kind.
import { scaleFor } from './quantity.js';
import { nameOf, say } from './words.js';

/** No column where groups mix kinds: their units have nothing in common. */
export const intensityColumns = (dimension) => (dimension !== 'kind' ? [] : [{
  name: say('column.sci'),
  numeric: true,
  sort: ({ sci }) => sci?.kgCo2ePerUnit.central ?? null,
  text: ({ sci }) => (sci ? perUnit(sci) : '–'),
}]);

function perUnit({ functionalUnit, kgCo2ePerUnit: { central } }) {
  return `${scaleFor('kgCO2e', central).text(central)} ${nameOf('per', functionalUnit)}`;
}
