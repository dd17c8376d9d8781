import type { Bounds, Given, WindowFigures } from '../dataset/measure-source.js';
import type { Buckets } from '../time/buckets.js';
import { areDays } from '../time/buckets.js';
import { isoOf } from '../time/day.js';
import type { CoveredDays, Span } from '../time/window.js';
import { KnownDays } from './known-days.js';
import type { Adding, Reading } from './reading.js';
import type { Reason } from './result.js';

/** What a formula is fed for one span: a number for each measure, or why there is none. */
export interface Fed {
  readonly inputs: Readonly<Record<string, number>>;
  readonly reason: Reason | undefined;
  /** The lower bound of a measure of which `inputs` has the upper one. */
  readonly low?: Readonly<Record<string, number>>;
  /** How many days of the span the data know, of which a running one counts as far as it has passed, and do not know. */
  readonly days: number;
  readonly missingDays: number;
}

/** The same for every bucket of a window, as columns. */
export interface FedColumns {
  readonly length: number;
  readonly inputs: Readonly<Record<string, Float64Array>>;
  readonly days: Float64Array;
  /** 1 where each measure has a number; undefined where that is everywhere. */
  readonly known: Uint8Array | undefined;
}

/** What has been read over a window, added up for one segment: the window as a whole, and bucket by bucket. */
export class FedWindow {
  readonly whole: Fed;
  readonly #readings: ReadonlyMap<string, Reading>;
  readonly #key: string;
  readonly #buckets: Buckets | undefined;
  readonly #covered: CoveredDays;
  readonly #known: KnownDays;
  #columns: FedColumns | undefined;

  /** @param buckets left out where nobody asks for points */
  constructor(
    readings: ReadonlyMap<string, Reading>,
    key: string,
    window: Span,
    buckets: Buckets | undefined,
    covered: CoveredDays,
  ) {
    this.#readings = readings;
    this.#key = key;
    this.#buckets = buckets;
    this.#covered = covered;
    const adding = [...readings.values()].filter((reading) => reading.adds);
    this.#known = new KnownDays(
      window,
      covered,
      adding.map((reading) => reading.byDay(key)),
    );
    const { start, end, passed = 1 } = window;
    const whole = this.#over(start, end, (reading) =>
      reading.adds ? this.#sumOf(reading)(start, end) : figuresOf(reading.whole, key)[0]!,
    );
    this.whole = { ...whole, days: whole.days - (1 - passed) * this.#known.count(end, end) };
  }

  /** One bucket. */
  at(index: number): Fed {
    const { starts, ends } = this.#buckets!;
    const [start, end] = [starts[index]!, ends[index]!];
    return this.#over(start, end, (reading) =>
      this.#addsDays(reading) ? this.#sumOf(reading)(start, end) : figuresOf(reading.buckets(), this.#key)[index]!,
    );
  }

  /** All buckets. */
  columns(): FedColumns {
    return (this.#columns ??= this.#inColumns(this.#buckets!));
  }

  #over(start: number, end: number, figureOf: (reading: Reading) => Given): Fed {
    const { first, last } = this.#covered;
    const days = this.#known.count(start, end);
    const inputs: Record<string, number> = {};
    const outside = { code: 'outside-coverage', first: isoOf(first), last: isoOf(last) } as const;
    let reason: Reason | undefined = days === 0 ? outside : undefined;
    let low: Record<string, number> | undefined;
    for (const [measure, reading] of days === 0 ? [] : this.#readings) {
      const figure = figureOf(reading);
      if (typeof figure === 'string')
        reason ??= figure === outside.code && end > last ? outside : { code: figure, measure };
      else if (typeof figure === 'object') {
        const { low: least, high, isUpper } = figure;
        if (!isUpper || high === undefined) reason ??= notAdditive(measure, figure);
        else [inputs[measure], low] = [high, { ...low, [measure]: least ?? 0 }];
      } else if (Number.isNaN(figure)) reason ??= { code: 'no-values', measure };
      else inputs[measure] = figure;
    }
    return { inputs, days, missingDays: end - start + 1 - days, reason, ...(low && { low }) };
  }

  #inColumns(buckets: Buckets): FedColumns {
    const { length, starts, ends } = buckets;
    const overEach = (of: (start: number, end: number) => number): Float64Array => {
      const column = new Float64Array(length);
      for (let index = 0; index < length; index++) column[index] = of(starts[index]!, ends[index]!);
      return column;
    };
    let known: Uint8Array | undefined;
    const leaveOut = (column: Float64Array, isNone: (figure: number) => boolean): void => {
      const marks = (known ??= new Uint8Array(length).fill(1));
      column.forEach((figure, index) => isNone(figure) && (marks[index] = 0));
    };
    let counted: Float64Array | undefined;
    const days = () => (counted ??= overEach((start, end) => this.#known.count(start, end)));
    if (this.whole.missingDays > 0) leaveOut(days(), (count) => count === 0);
    const inputs: Record<string, Float64Array> = {};
    for (const [measure, reading] of this.#readings) {
      const column = this.#addsDays(reading)
        ? (this.#daysThemselves(reading, buckets) ?? overEach(this.#sumOf(reading)))
        : numbersIn(figuresOf(reading.buckets(), this.#key));
      if (column.includes(NaN)) leaveOut(column, Number.isNaN);
      inputs[measure] = column;
    }
    return {
      ...{ length, inputs, known },
      get days() {
        return days();
      },
    };
  }

  /** Whether points are sums of days. */
  #addsDays(reading: Reading): reading is Adding {
    return reading.adds && (reading.buckets === undefined || reading.isUnknown(this.#key));
  }

  /** Where each bucket is a day and all are known there is nothing to add up. */
  #daysThemselves({ byDay, isUnknown, scale }: Adding, buckets: Buckets): Float64Array | undefined {
    if (!areDays(buckets) || !this.#known.all || isUnknown(this.#key)) return undefined;
    const figures = byDay(this.#key);
    return scale === 1 ? figures : figures.map((figure) => figure / scale);
  }

  /** What a measure comes to on the known days from one to another. */
  #sumOf(reading: Adding): (start: number, end: number) => number {
    if (reading.isUnknown(this.#key)) return () => NaN;
    const figures = reading.byDay(this.#key);
    return (start, end) => this.#known.sum(figures, start, end) / reading.scale;
  }
}

const figuresOf = ({ byKey, blank }: WindowFigures, key: string): readonly Given[] => byKey.get(key) ?? blank;

const numbersIn = (figures: readonly Given[]): Float64Array =>
  Float64Array.from(figures, (figure) =>
    typeof figure === 'object' && figure.isUpper ? figure.high! : Number(figure),
  );

function notAdditive(measure: string, { low, high }: Bounds): Reason {
  return low === undefined || high === undefined
    ? { code: 'not-additive', measure }
    : { code: 'not-additive', measure, low, high };
}
