import type { Catalog } from '../catalog/catalog.js';
import { KpiError } from '../error.js';
import { excerptOf } from '../excerpt.js';
import { dayFromIso } from '../time/day.js';
import type { CubeRow } from './cube-answer.js';
import { numberOf } from './number-builder.js';

/**
 * The rows of a cube answer's windows, with numbers where a server wrote them as text.
 *
 * @throws KpiError `malformed-data` naming what is no day or no number
 */
export function givenWindows(rows: readonly CubeRow[], { measures }: Catalog): readonly CubeRow[] {
  return rows.map((row) => {
    for (const edge of ['start', 'end'])
      if (typeof row[edge] !== 'string' || dayFromIso(row[edge]) === undefined)
        throw unlike(row, edge, 'an ISO date such as 2026-01-31');
    const texts = Object.entries(row).filter(([id, value]) => measures.has(id) && value != null && !isFinite(value));
    const numbers = texts.map(([id, text]) => {
      const number = numberOf(text, false);
      if (!isFinite(number)) throw unlike(row, id, 'a number such as 1234.50');
      return [id, number] as const;
    });
    return numbers.length > 0 ? { ...row, ...Object.fromEntries(numbers) } : row;
  });
}

const isFinite = (value: unknown): boolean => Number.isFinite(value);

function unlike(row: CubeRow, field: string, expected: string): KpiError {
  const found = excerptOf(row[field]);
  const message = `cube answer, windows of ${excerptOf(row['start'])}, ${field}: expected ${expected}, found ${found}.`;
  return new KpiError('malformed-data', message, { field, found, expected, start: row['start'] });
}
