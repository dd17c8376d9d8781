import type { KpiDefinition } from '../catalog/definition.js';
import type { Table } from '../dataset/table.js';
import { remember } from '../remember.js';
import type { Day } from '../time/day.js';
import { addDays } from '../time/day.js';
import type { Span, Window } from '../time/window.js';
import { lengthOf } from '../time/window.js';
import type { Benchmark } from './result.js';

/** What a row of the table `targets` sets for a KPI over its days. */
export interface TargetRow extends Span {
  readonly value: number;
  readonly benchmark: Benchmark | undefined;
}

/** What the shop's table of targets says of a period. */
export interface SetTarget {
  readonly target: number | undefined;
  /** How many days have none where others of the period have: the period has none then. */
  readonly daysWithout: number;
  readonly benchmark: Benchmark | undefined;
}

/**
 * The target and the benchmark of a period. A row holds for a period inside its own; a flow's is shared out by its days,
 * and where rows overlap, each day has that of the shortest. A period with a day that no row tells of has no target.
 * @param tables rows of the entity `targets`; of rows alike the last one counts
 */
export function setTarget(tables: readonly Table[], kpi: KpiDefinition, { start, plannedEnd: end }: Window): SetTarget {
  const rows = (kpi.direction !== 'neutral' && targetRows(tables).get(kpi.id)) || [];
  if (kpi.acrossPeriods === 'SUM') return { ...sharedOut(rows, { start, end }), benchmark: undefined };
  const around = rows.filter((row) => row.start <= start && row.end >= end);
  return { target: around[0]?.value, daysWithout: 0, benchmark: around.find((row) => row.benchmark)?.benchmark };
}

/** How many targets are for days of a span, and for others after it. */
export const runningTargets = (tables: readonly Table[], { end }: Span): number =>
  [...targetRows(tables).values()].flat().filter((row) => row.start <= end && row.end > end).length;

/** The sum of what the days of a span carry. */
function sharedOut(rows: readonly TargetRow[], { start, end }: Span): Pick<SetTarget, 'target' | 'daysWithout'> {
  const daysOf = new Map<TargetRow, number>();
  let daysWithout = 0;
  for (let day = start; day <= end; day = addDays(day, 1)) {
    const row = rows.find((each) => each.start <= day && each.end >= day);
    if (row) daysOf.set(row, (daysOf.get(row) ?? 0) + 1);
    else daysWithout++;
  }
  if (daysOf.size === 0) return { target: undefined, daysWithout: 0 };
  const sum = [...daysOf].reduce((all, [row, days]) => all + (row.value * days) / lengthOf(row), 0);
  return { target: daysWithout > 0 ? undefined : sum, daysWithout };
}

const known = new WeakMap<readonly Table[], ReadonlyMap<string, readonly TargetRow[]>>();

/** The rows of each KPI, the shortest first. */
export const targetRows = (tables: readonly Table[]): ReadonlyMap<string, readonly TargetRow[]> =>
  remember(known, tables, () => {
    const byKpi = new Map<string, Map<string, TargetRow>>();
    for (const [kpi, row] of tables.flatMap(rowsOf))
      remember(byKpi, kpi, () => new Map<string, TargetRow>()).set(`${row.start} ${row.end}`, row);
    return new Map(
      [...byKpi].map(([kpi, rows]) => [kpi, [...rows.values()].sort((a, b) => lengthOf(a) - lengthOf(b))]),
    );
  });

function rowsOf(table: Table): (readonly [kpi: string, row: TargetRow])[] {
  // A table without rows has no columns either.
  if (table.length === 0) return [];
  const kpis = table.texts('kpiId')!;
  const [starts, ends] = [table.times('periodStart')!.days, table.times('periodEnd')!.days];
  const [values, benchmarks, sources] = [
    table.numbers('value')!,
    table.numbers('benchmark'),
    table.texts('benchmarkSource'),
  ];
  return Array.from({ length: table.length }, (_, row) => {
    const source = sources?.values[sources.codes[row]!];
    const given = benchmarks ? benchmarks.values[row]! / benchmarks.scale : NaN;
    const target = {
      start: starts[row] as Day,
      end: ends[row] as Day,
      value: values.values[row]! / values.scale,
      // A figure of others without its source is hearsay.
      benchmark: source && !Number.isNaN(given) ? { value: given, source } : undefined,
    };
    return [kpis.values[kpis.codes[row]!]!, target] as const;
  });
}
