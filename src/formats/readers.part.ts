/** What only some data need: text that is no plain JSON, other fields than ours, and why a value cannot be read. */
export { catalogWith, ownDefinitions } from '../core/catalog/own-definitions.js';
export { readCsv } from './csv.js';
export { exportRows } from './export-rows.js';
export { parseJson, readNdjson } from './json.js';
export { readJsonList } from './json-list.js';
export { localised } from './localised.js';
export { readMapping, shapeRecords, sourcesOf } from './mapping.js';
export { namedReading } from './named-reading.js';
export { noData } from './no-data.js';
export { otherCharset } from './other-charset.js';
export { countedTo, lengthIn, partialResponse, refuseFewer } from './partial-response.js';
export { linesOfPages, readCsvPages } from './text-pages.js';
export { unrecognisedValue } from './unrecognised-value.js';
