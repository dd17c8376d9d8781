import type { CubeAnswer, CubeRow } from '../core/dataset/cube-answer.js';
import { KpiError } from '../core/error.js';
import { excerptOf } from '../core/excerpt.js';
import type { CubeQuestion } from '../core/evaluate/cube-question.js';
import { dayFromIso, MS_PER_DAY } from '../core/time/day.js';
import type { Zone } from '../core/time/zone.js';
import { zoneOf } from '../core/time/zone.js';

/**
 * The answer to a question, with what goes without saying: that it is narrowed as it was asked to be, and that of what
 * it tells nothing about it knows the days that it was asked for, up to the day that it calls its own.
 *
 * @param value what the server answered, unchecked
 * @throws KpiError `malformed-data` naming what answers another question, or none
 */
export function answeredCube(value: unknown, question: CubeQuestion): CubeAnswer {
  if (!isCube(value)) throw otherThan('kind', value, '{ "kind": "kpi-cube", … }, the answer to a cube question');
  const { where, timeZone, windows } = question;
  const asOf = value.asOf ?? question.asOf;
  if (!haveSameDays(value.timeZone, timeZone, windows)) throw otherThan('timeZone', value.timeZone, timeZone);
  if ((value.where ?? where) !== where) throw otherThan('where', value.where, where);
  const given = new Set(rowsIn(value.windows).map(({ start, end }) => `${start}/${end}`));
  const missing = windows.find((window) => !given.has(window));
  if (given.size > 0 && missing !== undefined) throw otherThan('windows', [...given][0], missing);
  const starts = rowsIn(value.buckets).map(({ start }) => String(start).slice(0, 10));
  const isAsked = (day: string): boolean => spansOf(windows).some(([from, to]) => day >= from && day <= to);
  if (starts.length > 0 && !starts.some(isAsked)) throw otherThan('buckets', starts[0], windows.join(', '));
  const told = value.coverage ?? [];
  const untold = coverageOf(rowsIn(told), asOf, windows);
  return { ...value, where, asOf, coverage: isList(told) ? [...told, ...untold] : told };
}

export const isCube = (value: unknown): value is CubeAnswer =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'kpi-cube';

const isList = (rows: unknown): rows is readonly CubeRow[] => Array.isArray(rows);

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
    const to = asOf < end ? asOf.slice(0, 10) : end;
    return to < from ? [] : { entityId, from, to };
  });
}

function otherThan(field: string, value: unknown, expected: string): KpiError {
  const found = excerptOf(value);
  const message = `cube answer, ${field}: expected ${expected || 'none'}, found ${found}. It answers another question.`;
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
