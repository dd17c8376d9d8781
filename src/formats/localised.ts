import type { Records } from '../core/dataset/records.js';
import { dateOrderOf, isLocalDate, readLocalDate } from './local-dates.js';
import type { DateOrder } from './local-dates.js';
import { decimalSignOf, readLocalNumber } from './local-numbers.js';
import type { DecimalSign } from './local-numbers.js';
import { note } from './note.js';
import type { Tell } from './note.js';

/** So many rows tell how a country writes. */
const enoughToTell = 1000;

type Reading = (text: string) => string | number | undefined;

/**
 * Reads numbers and dates as countries write them: "1.234,50 kr.", "31.12.2026". How they are written is told by the
 * first rows, for the whole text; what these leave open, such as 3/4/2026, stays as it is written.
 *
 * @param tell hears how numbers and dates were read, where that is not how JSON writes them
 * @param named which sign stands before decimals, where the page says so
 */
export async function* localised(
  slices: AsyncIterable<Records> | Iterable<Records>,
  tell: Tell,
  named?: DecimalSign,
): AsyncGenerator<Records> {
  let readings: ReadonlyMap<string, Reading> | undefined;
  for await (const records of slices) {
    if (records.length > 0) readings ??= readingsOf(records, tell, named);
    yield readings && readings.size > 0 ? withReadings(records, readings) : records;
  }
}

function readingsOf(records: Records, tell: Tell, named: DecimalSign | undefined): ReadonlyMap<string, Reading> {
  const columns = records.fields.map((field) => [field, sampleOf(records, field)] as const);
  const signs = new Set(columns.flatMap(([, texts]) => texts.map(decimalSignOf)).filter((sign) => sign !== undefined));
  const [sign, other] = signs;
  // A text that writes both ways is not to be trusted in either.
  const decimal = named ?? (other ? undefined : sign);
  if (decimal === ',' && !named) tell(note('decimal-comma', 'The numbers were read with a decimal comma.'));
  const readings = new Map<string, Reading>();
  const orders = new Set<DateOrder>();
  for (const [field, texts] of columns) {
    if (texts.length === 0) continue;
    const order = areMostly(texts, isLocalDate)
      ? dateOrderOf(texts.filter(isLocalDate), decimal === ',' ? 'dmy' : undefined)
      : undefined;
    const reading = order
      ? (text: string) => readLocalDate(text, order)
      : numberReading(texts, decimal, named !== undefined);
    if (reading) readings.set(field, reading);
    if (order) orders.add(order);
  }
  if (orders.has('dmy')) tell(note('day-first', 'Dates were read with the day before the month.'));
  if (orders.has('mdy')) tell(note('month-first', 'Dates were read with the month before the day.'));
  return readings;
}

/** The texts of a column that say something; none where it holds more than texts. */
function sampleOf(records: Records, field: string): string[] {
  const cells = Array.from(records.cells(field, 0, Math.min(records.length, enoughToTell)) ?? []);
  const filled = cells.filter((cell) => cell != null && cell !== '');
  if (!filled.every((cell) => typeof cell === 'string')) return [];
  return filled.map((text) => text.trim()).filter(Boolean);
}

/** A sum, or a word for what is not known, stands in many a column, and is its row's own to answer for. */
function areMostly(texts: readonly string[], is: (text: string) => boolean): boolean {
  const first = texts.slice(0, 100);
  return first.filter(is).length * 2 > first.length;
}

/** Three digits behind the point: of a text, nobody would know whether they are decimals. */
const eitherWay = /^-?\d{1,3}\.\d{3}$/;

function numberReading(
  texts: readonly string[],
  decimal: DecimalSign | undefined,
  isNamed: boolean,
): Reading | undefined {
  const sign = decimal ?? '.';
  if (!areMostly(texts, (text) => readLocalNumber(text, sign) !== undefined)) return undefined;
  const numbers = texts.flatMap((text) => readLocalNumber(text, sign) ?? []);
  const areAll = numbers.length === texts.length;
  // Names may hold numbers: a column that proves no sign itself has to be numbers throughout.
  const isProven = () => isNamed || (decimal !== undefined && texts.some((text) => decimalSignOf(text) === decimal));
  if (!areAll && !isProven()) return undefined;
  // What all are counted in is no news; where they differ, the rows have to say so.
  const [unit = '', another] = new Set(numbers.map((number) => number.unit).filter(Boolean));
  if (another) return undefined;
  const arePlain = areAll && numbers.every(({ plain }, index) => plain === texts[index]);
  if (arePlain && decimal !== ',' && !isNamed) return undefined;
  // Without a proof of either sign, thousands and decimals look the same.
  if (!decimal && (unit === '%' || texts.some((text) => /[.,]/.test(text.replace(unit, ''))))) return undefined;
  return (text) => {
    const number = readLocalNumber(text, sign);
    if (!number || (number.unit !== '' && number.unit !== unit)) return undefined;
    return isNamed && eitherWay.test(number.plain) ? Number(number.plain) : number.plain;
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
