import type { Bucket, KpiResult } from '../core/evaluate/result.js';

type Cell = string | number | boolean | undefined;

/**
 * A result as CSV for a spreadsheet or a program, one row a point: ISO dates, plain numbers in the KPI's unit, the first
 * line naming the columns. A comparison brings its own dates; segments stand side by side. A result without a series
 * is one row.
 */
export function csvOf(result: KpiResult): string {
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
    series: result.series.length > 0 ? other.series : [whole(other)],
  }));
  const header: Cell[] = [
    ...['start', 'end', 'complete', result.kpi || 'value'],
    ...others.flatMap(({ name }) => [`${name} start`, `${name} end`, name]),
    ...result.segments.map((segment) => segment.key),
  ];
  const length = Math.max(series.length, ...others.map((other) => other.series.length));
  const rows = Array.from({ length }, (_, index): Cell[] => {
    const bucket = series[index];
    return [
      ...[bucket?.start, bucket?.end, bucket?.complete, bucket?.value],
      ...others.flatMap((other) => [other.series[index]?.start, other.series[index]?.end, other.series[index]?.value]),
      ...result.segments.map((segment) => segment.series[index]?.value),
    ];
  });
  return [header, ...rows].map((cells) => cells.map(cellText).join(',')).join('\r\n') + '\r\n';
}

function cellText(cell: Cell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell);
  // A spreadsheet would run text that begins like a formula.
  const safe = /^[\s=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
