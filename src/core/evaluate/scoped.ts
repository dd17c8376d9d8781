import { measures } from '../catalog/measures.js';
import type { Selection, WindowFigures } from '../dataset/measure-source.js';
import type { Term } from '../term.js';
import type { Reading } from './reading.js';

/** What a term reads of a selection. */
export interface Narrowed {
  readonly selection: Selection;
  /** Whether it is the same for all the segments that the figure is split into. */
  readonly isUndivided: boolean;
}

/** Dimensions of certain measures alone: they split and filter no other. */
const own = new Set([...measures.values()].flatMap(({ ownDimensions = [] }) => ownDimensions));

/**
 * The rows that a term reads of those that its figure is asked for.
 * @param breakdown the dimensions that a KPI is a breakdown by: what is a share of the total is not filtered by them
 */
export function narrowed(term: Term, { by, where }: Selection, breakdown: readonly string[] = []): Narrowed {
  const isTotal = term.scopes.some(({ kind }) => kind === 'total');
  const known = measures.get(term.measure)?.ownDimensions ?? [];
  const isForeign = (dimension: string): boolean => own.has(dimension) && !known.includes(dimension);
  const kept = where.filter(({ dimension }) => !isForeign(dimension) && !(isTotal && breakdown.includes(dimension)));
  const conditions = term.scopes.flatMap((scope) => (scope.kind === 'where' ? scope.conditions : []));
  const isUndivided = by !== undefined && (isTotal || isForeign(by));
  return {
    selection: {
      by: isUndivided ? undefined : by,
      where: [
        ...kept,
        ...conditions.map(({ dimension, not, value }) => ({ dimension, not, values: new Set([value]) })),
      ],
    },
    isUndivided,
  };
}

/** A reading of the whole that stands for each of its segments. */
export function forAllSegments(reading: Reading): Reading {
  if (reading.adds) {
    const { byDay, isUnknown, buckets } = reading;
    return {
      ...reading,
      keys: [],
      byDay: () => byDay(''),
      isUnknown: () => isUnknown(''),
      buckets: buckets && (() => ofAll(buckets())),
    };
  }
  const { whole, buckets } = reading;
  return { ...reading, whole: ofAll(whole), buckets: () => ofAll(buckets()) };
}

const ofAll = ({ byKey, blank }: WindowFigures): WindowFigures => ({ byKey: new Map(), blank: byKey.get('') ?? blank });
