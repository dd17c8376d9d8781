import type { CubeAnswer, CubeRow } from '../dataset/cube-answer.js';
import { KpiError } from '../error.js';
import { excerptOf } from '../excerpt.js';
import { addDays, dayFromIso, isoOf, MS_PER_DAY } from '../time/day.js';
import { instantOn } from '../time/instant.js';
import type { Zone } from '../time/zone.js';
import { zoneOf } from '../time/zone.js';
import type { CubeQuestion } from './cube-question.js';

/**
 * The answer to a question, with what goes without saying: that of what it tells nothing about it knows the days that it
 * was asked for, up to the last one that it calls complete. What narrows and splits its rows it has to say itself: a
 * server that does not look at `where` or `by` would else be believed.
 *
 * @param value what the server answered; its rows are checked where they are read
 * @throws KpiError `malformed-data` naming what answers another question, or none
 */
export function answeredCube(value: unknown, question: CubeQuestion): CubeAnswer {
  if (!isCube(value)) throw otherThan('kind', value, '{ "kind": "kpi-cube", … }, the answer to a cube question');
  const { by, where, timeZone, windows } = question;
  if (!haveSameDays(value.timeZone, timeZone, windows)) throw otherThan('timeZone', value.timeZone, timeZone);
  if ((value.where ?? '') !== where) throw otherThan('where', value.where, where);
  const split: readonly unknown[] = isList(value.by) ? value.by : [];
  if (by.some((dimension) => !split.includes(dimension))) throw otherThan('by', value.by, by);
  const asOf = lastDayOf(value.asOf, question);
  const given = new Set(rowsIn(value.windows).map(({ start, end }) => `${start}/${end}`));
  const missing = windows.find((window) => !given.has(window));
  if (given.size > 0 && missing !== undefined) throw otherThan('windows', [...given][0], missing);
  const starts = rowsIn(value.buckets).map(({ start }) => String(start).slice(0, 10));
  const isAsked = (day: string): boolean => spansOf(windows).some(([from, to]) => day >= from && day <= to);
  if (starts.length > 0 && !starts.some(isAsked)) throw otherThan('buckets', starts[0], windows.join(', '));
  const told = value.coverage ?? [];
  const untold = coverageOf(rowsIn(told), asOf, windows);
  return { ...value, asOf, coverage: isList(told) ? [...told, ...untold] : told };
}

export const isCube = (value: unknown): value is CubeAnswer =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'kpi-cube';

const isList = <Item>(items: readonly Item[] | null | undefined): items is readonly Item[] => Array.isArray(items);

/** What is no list of rows is refused where it is read. */
const rowsIn = (rows: CubeAnswer['windows']): readonly CubeRow[] =>
  isList(rows) ? rows.filter((row: unknown) => typeof row === 'object' && row !== null) : [];

const spansOf = (windows: readonly string[]): readonly [from: string, to: string][] =>
  windows.map((window) => {
    const [from = '', to = ''] = window.split('/');
    return [from, to];
  });

/** The days that were asked for, of what the answer does not tell itself. */
function coverageOf(told: readonly CubeRow[], asOf: string, windows: readonly string[]): CubeRow[] {
  const entityId = 'dailyMeasures';
  if (told.some((row) => row['entityId'] === entityId)) return [];
  return spansOf(windows).flatMap(([from, end]) => {
    const to = asOf < end ? asOf : end;
    return to < from ? [] : { entityId, from, to };
  });
}

/** The last complete day of an answer, where that is before the one asked for; of an instant the day before. */
function lastDayOf(given: unknown, { asOf, timeZone }: CubeQuestion): string {
  if (given == null) return asOf;
  const text = typeof given === 'string' ? given : '';
  const zone = zoneOf(timeZone);
  const day = dayFromIso(text.slice(0, 10));
  const instant = day === undefined || text.length === 10 ? undefined : instantOn(day, text, zone, 10);
  if (day === undefined || Number.isNaN(instant)) throw otherThan('asOf', given, asOf);
  const last = isoOf(instant === undefined ? day : addDays(zone.dayAt(instant), -1));
  return last < asOf ? last : asOf;
}

function otherThan(field: string, value: unknown, asked: string | readonly string[]): KpiError {
  const expected = String(asked) || 'none';
  const found = value == null || value === '' ? 'none' : excerptOf(value);
  const advice =
    found === 'none' && field !== 'kind'
      ? `Add ${JSON.stringify(field)}: ${JSON.stringify(asked)} to the answer, once the server goes by it.`
      : 'It answers another question.';
  const message = `cube answer, ${field}: expected ${expected}, found ${found}. ${advice}`;
  return new KpiError('malformed-data', message, { field, found, expected });
}

/** Whether days begin alike in two zones: each has several names, which only some engines take for the same. */
function haveSameDays(timeZone: unknown, asked: string, windows: readonly string[]): boolean {
  if (timeZone === asked) return true;
  const [answered, expected] = [zoneNamed(timeZone), zoneOf(asked)];
  return spansOf(windows).every(([from, to]) => {
    const end = dayFromIso(to)! + 1;
    for (let start: number = dayFromIso(from)!; start <= end; start++)
      if (answered?.instantAt(start * MS_PER_DAY) !== expected.instantAt(start * MS_PER_DAY)) return false;
    return true;
  });
}

/** Undefined where nobody knows it. */
function zoneNamed(timeZone: unknown): Zone | undefined {
  try {
    return zoneOf(String(timeZone));
  } catch {
    return undefined;
  }
}
