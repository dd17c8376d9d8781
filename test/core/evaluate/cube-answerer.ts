import { measures as catalogue } from '../../../src/core/catalog/measures.js';
import type { CubeAnswer, CubeRow } from '../../../src/core/dataset/cube-answer.js';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import type { Given, MeasureSource } from '../../../src/core/dataset/measure-source.js';
import { addsUp } from '../../../src/core/evaluate/cube-question.js';
import type { CubeQuestion } from '../../../src/core/evaluate/cube-question.js';
import { parseWhere } from '../../../src/core/dataset/where.js';
import { addDays, dayFromIso, isoOf } from '../../../src/core/time/day.js';
import type { Day } from '../../../src/core/time/day.js';
import type { AsOf, CoveredDays, Span } from '../../../src/core/time/window.js';

const subsetsOf = <T>(items: readonly T[]): T[][] =>
  items.reduce<T[][]>((subsets, item) => subsets.flatMap((subset) => [subset, [...subset, item]]), [[]]);

/** Answers cube questions about rows at hand, as a warehouse would: one figure at a time, and nothing beyond the question. */
export function answerFrom(dataset: Dataset, question: CubeQuestion): CubeAnswer {
  const { measures, by, where, timeZone, asOf: current } = question;
  const asOf: AsOf = { day: dayFromIso(current)!, instant: undefined };
  const conditions = parseWhere(where);
  const spans = question.windows.map((text): Span => {
    const [start, end] = text.split('/').map((date) => dayFromIso(date)!) as [Day, Day];
    return { start, end };
  });
  const asked = new Set(spans.flatMap(({ start, end }) => daysFrom(start, end)));
  // What the rows do not hold, or cannot be narrowed so, is left out.
  const held = measures.flatMap((id) => {
    const source = dataset.sources.find((one) => one.holds(id));
    const isNarrowed = source?.windowed(id, [spans[0]!], { by: undefined, where: conditions }, asOf);
    return source && isNarrowed ? [{ id, source }] : [];
  });

  /** A measure's figures for a span, by the values of these dimensions; undefined where it has not got them. */
  function figures(
    { id, source }: { id: string; source: MeasureSource },
    span: Span,
    dimensions: readonly string[],
  ): [values: string[], figure: Given][] | undefined {
    const [by, ...others] = dimensions;
    const read = (own: typeof conditions) => source.windowed(id, [span], { by, where: own }, asOf);
    if (others.length === 0) {
      const found = read(conditions);
      if (by === undefined && (found?.byKey.size || !addsUp(catalogue.get(id)!)))
        return found && [[[], (found.byKey.get('') ?? found.blank)[0]!]];
      return found && [...found.byKey].map(([key, [figure]]) => [[key], figure!]);
    }
    const outer = figures({ id, source }, span, others);
    if (!outer || !read(conditions)) return undefined;
    return outer.flatMap(([values]) => {
      const narrowed = others.map((dimension, nth) => ({ dimension, values: new Set([values[nth]!]), not: false }));
      const found = read([...conditions, ...narrowed]);
      return [...(found?.byKey ?? [])].map(([key, [figure]]): [string[], Given] => [[key, ...values], figure!]);
    });
  }

  const rows = new Map<string, Record<string, string | number | null>>();
  const put = (
    window: Record<string, string>,
    dimensions: readonly string[],
    values: string[],
    id: string,
    figure: Given,
  ) => {
    const segment = Object.fromEntries(by.map((name) => [name, values[dimensions.indexOf(name)] ?? null]));
    const key = JSON.stringify([window, segment]);
    // What is refused, or bounded, is no figure.
    const number = typeof figure === 'number' ? (Number.isNaN(figure) ? null : figure) : undefined;
    const row = rows.get(key) ?? { ...window, ...segment };
    rows.set(key, row);
    if (number !== undefined) row[id] = number;
  };
  const take = () => {
    const taken: CubeRow[] = [...rows.values()];
    rows.clear();
    return taken;
  };

  for (const one of held.filter(({ id }) => addsUp(catalogue.get(id)!))) {
    const dimensions = [...subsetsOf(by)]
      .sort((a, b) => b.length - a.length)
      .find((subset) => figures(one, spans[0]!, subset))!;
    for (const day of asked) {
      const found = figures(one, { start: day, end: day }, dimensions) ?? [];
      for (const [values, figure] of found)
        put({ start: isoOf(day) }, dimensions, values, one.id, Number.isNaN(figure) ? 0 : figure);
    }
  }
  const buckets = take();
  for (const one of held.filter(({ id }) => !addsUp(catalogue.get(id)!))) {
    for (const span of spans) {
      const window = { start: isoOf(span.start), end: isoOf(span.end) };
      for (const dimensions of subsetsOf(by))
        for (const [values, figure] of figures(one, span, dimensions) ?? [])
          put(window, dimensions, values, one.id, figure);
    }
  }
  const coverage = held.flatMap(({ id, source }) =>
    intervalsOf(source.coverage(id, asOf)).map((interval) => ({ entityId: id, ...interval })),
  );
  return {
    ...{ kind: 'kpi-cube', version: 1, timeZone, currency: dataset.currency, asOf: current, by, where },
    ...{ measures: held.map(({ id }) => id), coverage, buckets, windows: take() },
  };
}

const daysFrom = (start: Day, end: Day): Day[] =>
  Array.from({ length: end - start + 1 }, (_, index) => addDays(start, index));

/** The days that are known, without the gaps between them. */
function intervalsOf(covered: CoveredDays | undefined): { from: string; to: string }[] {
  if (!covered) return [];
  const edges = (covered.gaps ?? []).flatMap(({ first, last }) => [addDays(first, -1), addDays(last, 1)]);
  const all = [covered.first, ...edges, covered.last];
  return all.flatMap((from, index) => (index % 2 ? [] : [{ from: isoOf(from), to: isoOf(all[index + 1]!) }]));
}
