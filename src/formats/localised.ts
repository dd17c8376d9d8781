import type { Records } from '../core/dataset/records.js';
import { dateOrderOf, readLocalDate } from './local-dates.js';
import { decimalSignOf, readLocalNumber } from './local-numbers.js';
import type { DecimalSign } from './local-numbers.js';

/** So many rows tell how a country writes. */
const enoughToTell = 1000;

type Reading = (text: string) => string | undefined;

/**
 * Reads numbers and dates as countries write them: "1.234,50 kr.", "31.12.2026". How they are written is told by the
 * first rows, for the whole text; what these leave open, such as 3/4/2026, stays as it is written.
 *
 * @param tell hears how numbers were read, where that is not how JSON writes them
 */
export async function* localised(
  slices: AsyncIterable<Records> | Iterable<Records>,
  tell: (note: string) => void,
): AsyncGenerator<Records> {
  let readings: ReadonlyMap<string, Reading> | undefined;
  for await (const records of slices) {
    if (records.length > 0) readings ??= readingsOf(records, tell);
    yield readings && readings.size > 0 ? withReadings(records, readings) : records;
  }
}

function readingsOf(records: Records, tell: (note: string) => void): ReadonlyMap<string, Reading> {
  const columns = records.fields.map((field) => [field, sampleOf(records, field)] as const);
  const signs = new Set(columns.flatMap(([, texts]) => texts.map(decimalSignOf)).filter((sign) => sign !== undefined));
  const [sign, other] = signs;
  // A text that writes both ways is not to be trusted in either.
  const decimal = other ? undefined : sign;
  if (decimal === ',') tell('The numbers were read with a decimal comma.');
  const readings = new Map<string, Reading>();
  for (const [field, texts] of columns) {
    const reading = texts.length > 0 ? readingOf(texts, decimal) : undefined;
    if (reading) readings.set(field, reading);
  }
  return readings;
}

/** The texts of a column that say something; none where it holds more than texts. */
function sampleOf(records: Records, field: string): string[] {
  const cells = Array.from(records.cells(field, 0, Math.min(records.length, enoughToTell)) ?? []);
  const filled = cells.filter((cell) => cell != null && cell !== '');
  if (!filled.every((cell) => typeof cell === 'string')) return [];
  return filled.map((text) => text.trim()).filter(Boolean);
}

function readingOf(texts: readonly string[], decimal: DecimalSign | undefined): Reading | undefined {
  const order = dateOrderOf(texts, decimal === ',' ? 'dmy' : undefined);
  if (order) return (text) => readLocalDate(text, order);
  const sign = decimal ?? '.';
  const numbers = texts.map((text) => readLocalNumber(text, sign));
  if (!numbers.every((number) => number !== undefined)) return undefined;
  // What all are counted in is no news; where they differ, the rows have to say so.
  const [unit, another] = new Set(numbers.map((number) => number.unit).filter(Boolean));
  if (another || texts.every((text, index) => text === numbers[index]?.plain && decimal !== ',')) return undefined;
  // Without a proof of either sign, thousands and decimals look the same.
  if (!decimal && texts.some((text) => /[.,]/.test(text.replace(unit ?? '', '')))) return undefined;
  return (text) => {
    const number = readLocalNumber(text, sign);
    return number && (number.unit === '' || number.unit === unit) ? number.plain : undefined;
  };
}

function withReadings(records: Records, readings: ReadonlyMap<string, Reading>): Records {
  return {
    ...records,
    cells(field, start, end) {
      const cells = records.cells(field, start, end);
      const read = readings.get(field);
      if (!cells || !read) return cells;
      return Array.from(cells, (cell) => (typeof cell === 'string' ? (read(cell.trim()) ?? cell) : cell));
    },
  };
}
