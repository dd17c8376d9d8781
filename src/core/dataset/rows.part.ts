/** What only records of single events need, or exchange rates: tables formed of others, and measures taken from rows. */
export { convert } from './conversion.js';
export { deriveTables } from './derive.js';
export { ratesIn } from './exchange-rates.js';
export { formedTables } from './formed-tables.js';
export { rowMeasures } from './row-measures.js';
