import type { Bucket, KpiResult } from '../core/evaluate/result.js';
import { besideSeries } from './beside.js';

export type Cell = string | number | boolean | undefined;

/**
 * A result as CSV for a spreadsheet or a program, one row a point: ISO dates, plain numbers in the KPI's unit, the first
 * line naming the columns. A comparison brings its own dates; segments stand side by side. A result without a series
 * is one row.
 */
export const csvOf = (result: KpiResult): string => csvOfAll([result]);

/** The same for several KPIs of one window: each has its columns. */
export function csvOfAll(results: readonly KpiResult[]): string {
  const tables = results.map(columnsOf);
  const length = Math.max(0, ...tables.map(({ rows }) => rows.length));
  const [first] = tables;
  const dates = (index: number): Cell[] => first?.rows[index]?.slice(0, 3) ?? [];
  const rows = Array.from({ length }, (_, index) => [
    ...dates(index),
    ...tables.flatMap((table) => table.rows[index]?.slice(3) ?? table.header.slice(3).map(() => undefined)),
  ]);
  return csvText([[...(first?.header.slice(0, 3) ?? []), ...tables.flatMap(({ header }) => header.slice(3))], ...rows]);
}

/** Cells as CSV; none of them runs as a formula. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => cells.map(cellText).join(',')).join('\r\n') + '\r\n';

/** One KPI: start, end, complete, value, then its comparisons and segments. */
function columnsOf(result: KpiResult): {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
} {
  const whole = (figure: {
    window: KpiResult['window'];
    value: number | undefined;
  }): Pick<Bucket, 'start' | 'end' | 'value' | 'complete'> => ({
    start: figure.window?.start ?? '',
    end: figure.window?.end ?? '',
    value: figure.value,
    complete: figure.window?.complete ?? true,
  });
  const series = result.series.length > 0 ? result.series : [whole(result)];
  const others = result.comparisons.map((other) => ({
    name: other.name,
    series: result.series.length > 0 ? besideSeries(other, result) : [whole(other)],
  }));
  const length = Math.max(series.length, ...others.map((other) => other.series.length));
  return {
    header: [
      ...['start', 'end', 'complete', result.kpi || 'value'],
      ...others.flatMap(({ name }) => [`${name} start`, `${name} end`, name]),
      ...result.segments.map((segment) => segment.key),
    ],
    rows: Array.from({ length }, (_, index): Cell[] => {
      const bucket = series[index];
      return [
        ...[bucket?.start, bucket?.end, bucket?.complete, bucket?.value],
        ...others.flatMap((other) => [
          other.series[index]?.start,
          other.series[index]?.end,
          other.series[index]?.value,
        ]),
        ...result.segments.map((segment) => segment.series[index]?.value),
      ];
    }),
  };
}

function cellText(cell: Cell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell);
  // A spreadsheet would run text that begins like a formula.
  const safe = /^[\s=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
