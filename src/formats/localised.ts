import type { Records } from '../core/dataset/records.js';
import { currenciesMeant } from './currency-marks.js';
import { dateOrderOf, isLocalDate, readLocalDate } from './local-dates.js';
import type { DateOrder } from './local-dates.js';
import { decimalSignOf, likelySignOf, readLocalNumber } from './local-numbers.js';
import type { DecimalSign, LocalNumber } from './local-numbers.js';
import { note } from './note.js';
import type { NoteCode, Tell } from './note.js';

/** So many rows tell how a country writes. */
const enoughToTell = 1000;

/** What a page says of the numbers in its data. */
export interface SaidOfNumbers {
  /** Which sign stands before decimals. */
  readonly decimal?: DecimalSign | undefined;
  /** Of amounts that name none. */
  readonly currency?: string | undefined;
}

type Reading = (text: string) => string | number | undefined;

/**
 * Reads numbers and dates as countries write them: "1.234,50 kr.", "31.12.2026". How they are written is told by the
 * first rows, for the whole text, or by a column for itself where columns differ; what these leave open, such as
 * 3/4/2026, stays as it is written. In a column that is written both ways each number is read that proves its own sign.
 *
 * @param tell hears how numbers and dates were read, where that is not how JSON writes them
 * @param said what the page says of it
 */
export async function* localised(
  slices: AsyncIterable<Records> | Iterable<Records>,
  tell: Tell,
  said: SaidOfNumbers = {},
): AsyncGenerator<Records> {
  let readings: ReadonlyMap<string, Reading> | undefined;
  for await (const records of slices) {
    if (records.length > 0) readings ??= readingsOf(records, tell, said);
    yield readings && readings.size > 0 ? withReadings(records, readings) : records;
  }
}

function readingsOf(
  records: Records,
  tell: Tell,
  { decimal: named, currency }: SaidOfNumbers,
): ReadonlyMap<string, Reading> {
  const columns = records.fields.map((field) => {
    const texts = sampleOf(records, field);
    return { field, texts, signs: signsOf(texts) };
  });
  const inAll = onlyOne(columns.flatMap(({ signs }) => signs));
  const readings = new Map<string, Reading>();
  const orders = new Set<DateOrder>();
  // Where rows name their currency, it is theirs.
  const isOurs = (mark: string): boolean => {
    const codes = currenciesMeant(mark);
    const isNamed = (code: string) => code === currency || columns.some(({ texts }) => texts.includes(code));
    return currency === undefined || !codes || codes.some(isNamed);
  };
  let hasComma = !named && inAll === ',';
  for (const { field, texts, signs } of columns) {
    if (texts.length === 0) continue;
    const order = areMostly(texts, isLocalDate)
      ? dateOrderOf(texts.filter(isLocalDate), (named ?? inAll) === ',' ? 'dmy' : undefined)
      : undefined;
    const decimal = named ?? (inAll === 'both' ? onlyOne(signs) : inAll);
    const told = (code: NoteCode, problem: string, is: (text: string) => boolean) => {
      const value = texts.find(is)!;
      const cells = Array.from(records.cells(field) ?? [], (cell) => String(cell).trim());
      const row = cells.indexOf(value) + 1;
      tell(note(code, `${field}: ${problem}, as "${value}" in row ${row}.`, { column: field, row, value }));
    };
    const reading = order
      ? (text: string) => readLocalDate(text, order)
      : numberReading(texts, decimal, { isNamed: named !== undefined, isOurs, told });
    if (reading) readings.set(field, reading);
    if (order) orders.add(order);
    else if (reading && !named && decimal === ',') hasComma = true;
    if (reading && decimal === 'both') {
      const rarer = signs.filter((sign) => sign === ',').length * 2 < signs.length ? ',' : '.';
      const problem = 'numbers are written with a decimal comma and with a point, of which format can name one';
      told('decimals-mixed', problem, (text) => signTold(text) === rarer);
    }
  }
  if (hasComma) tell(note('decimal-comma', 'The numbers were read with a decimal comma.'));
  if (orders.has('dmy')) tell(note('day-first', 'Dates were read with the day before the month.'));
  if (orders.has('mdy')) tell(note('month-first', 'Dates were read with the month before the day.'));
  return readings;
}

/** What the texts of a column prove, each for itself; where that is nothing, what they make likely. */
function signsOf(texts: readonly string[]): readonly DecimalSign[] {
  const told = (signOf: typeof decimalSignOf) => texts.map(signOf).filter((sign) => sign !== undefined);
  const proven = told(decimalSignOf);
  return proven.length > 0 ? proven : told(likelySignOf);
}

const signTold = (text: string): DecimalSign | undefined => decimalSignOf(text) ?? likelySignOf(text);

/** The sign that all of these are; undefined of none. */
function onlyOne(signs: readonly DecimalSign[]): DecimalSign | 'both' | undefined {
  const [sign, other] = new Set(signs);
  return other ? 'both' : sign;
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

/** Reads what can be read in one way only: a number that proves its sign, or has none. */
function readProven(text: string): LocalNumber | undefined {
  const sign = decimalSignOf(text);
  const number = readLocalNumber(text, sign ?? '.');
  return sign || !/[.,]/.test(text.replace(number?.unit ?? '', '')) ? number : undefined;
}

const signBehind = /\d\D*[-\u2212)]/;

const numberIn = (text: string) => readLocalNumber(text, '.') ?? readLocalNumber(text, ',');

/** So large a share of a column's amounts that have a currency behind or before them are in that of the column. */
const nearlyAll = 0.9;

interface ColumnContext {
  /** Whether the page says which sign stands before decimals. */
  readonly isNamed: boolean;
  /** Whether a mark may be that of the currency that the rows are taken for. */
  readonly isOurs: (mark: string) => boolean;
  /** Hears what is wrong with a column, and of which text. */
  readonly told: (code: NoteCode, problem: string, is: (text: string) => boolean) => void;
}

function numberReading(
  texts: readonly string[],
  decimal: DecimalSign | 'both' | undefined,
  { isNamed, isOurs, told }: ColumnContext,
): Reading | undefined {
  const isMixed = decimal === 'both';
  const read = (text: string) => (isMixed ? readProven(text) : readLocalNumber(text, decimal ?? '.'));
  const isNumber = (text: string) => !!(isMixed ? numberIn(text) : read(text));
  if (!areMostly(texts, isNumber)) return undefined;
  const numbers = texts.flatMap((text) => read(text) ?? []);
  const areAll = numbers.length === texts.length;
  // Names may hold numbers: a column that proves no sign itself has to be numbers throughout.
  const isProven = () =>
    isNamed || isMixed || (decimal !== undefined && texts.some((text) => signTold(text) === decimal));
  if (!areAll && !isProven()) return undefined;
  const units = numbers.map((number) => plainUnit(number.unit)).filter(Boolean);
  const unit = commonest(units);
  const isOther = (text: string): boolean => ![unit, ''].includes(plainUnit(read(text)?.unit ?? ''));
  // What all are counted in is no news; where they differ, the rows have to say so.
  if (units.every((each) => currencyMark.test(each)) && texts.some(isOther))
    told('marks-mixed', 'amounts are marked with different currencies', isOther);
  if (units.filter((each) => each === unit).length < units.length * nearlyAll) return undefined;
  if (!isOurs(unit)) {
    const isForeign = (text: string) => plainUnit(read(text)?.unit ?? '') === unit;
    told('marks-foreign', 'amounts are marked with another currency than the one that is set', isForeign);
    return undefined;
  }
  const arePlain = areAll && numbers.every(({ plain }, index) => plain === texts[index]);
  if (arePlain && decimal !== ',' && !isNamed) return undefined;
  // Names may have a dash behind, or brackets.
  if (!decimal && texts.every((text) => signBehind.test(text))) return undefined;
  // Without a proof of either sign, thousands and decimals look the same.
  if (!decimal && (unit === '%' || texts.some((text) => /[.,]/.test(text.replace(read(text)?.unit ?? '', '')))))
    return undefined;
  return (text) => {
    const number = read(text);
    if (!number || (number.unit !== '' && plainUnit(number.unit) !== unit)) return undefined;
    const { plain } = number;
    // What is left as a text is then all that may be read in two ways.
    return (isMixed || (isNamed && eitherWay.test(plain))) && !plain.endsWith('%') ? Number(plain) : plain;
  };
}

/** "kr." and "kr" are one. */
const plainUnit = (unit: string): string => unit.toLowerCase().replace('.', '');
const currencyMark = /^(kr|zł|nt\$|[€$£¥]|[a-z]{3})$/;

/** The one that there are most of; empty where there are none. */
function commonest(units: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
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
    written: (field, row) => (readings.has(field) ? records.cells(field, row, row + 1)?.[0] : undefined),
  };
}
