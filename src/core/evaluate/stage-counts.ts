import { quantileByCell } from '../dataset/by-cell.js';
import { rowsByCell } from '../dataset/cell-rows.js';
import type { Reason } from './result.js';
import { mostSegments } from './segments.js';

/** How many units of one group reached each stage in one window. */
export interface StageCounts {
  readonly values: readonly number[];
  /** How many reached a stage without every earlier one; open counts have none. */
  readonly skipped: readonly number[];
  /** How many have reached each stage and are in none of the values: their time is not over. */
  readonly pending: readonly number[] | undefined;
  /** Median from the first stage to the last. */
  readonly seconds: number | undefined;
  /** How many reached a stage day by day; undefined where that is not known, or does not add up. */
  readonly byDay: ((stage: number) => Float64Array) | undefined;
}

/** The stages of one window, of all units together and by segment. */
export interface CountedStages {
  readonly whole: StageCounts | Reason;
  /** Without a split there are none. */
  readonly segments: ReadonlyMap<string, StageCounts | Reason>;
  /** Whether any row of the data, in whichever window, meets the conditions. */
  readonly matches: boolean;
  readonly missingDays: number;
  /** 1 for each day of the window that is known in full. */
  readonly complete: Uint8Array;
}

/** The segments that rows are sorted into. */
export interface RowGroups {
  readonly size: number;
  /** The number of a row's segment; -1 for rows that are left out. */
  of(row: number): number;
}

/** Whether there is a reason in place of an answer. */
export const isReason = <T extends object>(answer: T | Reason): answer is Reason => 'code' in answer;

/** Counts the units of several groups by the stages that each reached, which are the bits of a number. */
export class StageTally {
  readonly #stages: number;
  readonly #groups: number;
  /** By group and number of stages reached one after another. */
  readonly #depths: Float64Array;
  /** By group and stage. */
  readonly #skipped: Float64Array;
  /** By group and stage. */
  readonly #pending: Float64Array;
  readonly #days: number;
  /** By group and day: as in `#depths`, then as in `#skipped`. Of very many groups they are all one. */
  readonly #daily: Uint32Array;
  readonly #dailyGroups: number;
  readonly #seconds: number[] = [];
  readonly #groupsOfSeconds: number[] = [];

  /** @param days length of the window */
  constructor(stages: number, groups: number, days: number) {
    this.#stages = stages;
    this.#days = days;
    this.#dailyGroups = groups > mostSegments ? 1 : groups;
    this.#daily = new Uint32Array(this.#dailyGroups * days * (2 * stages + 1));
    this.#groups = groups;
    // One more: all groups together.
    this.#depths = new Float64Array((groups + 1) * (stages + 1));
    this.#skipped = new Float64Array((groups + 1) * stages);
    this.#pending = new Float64Array((groups + 1) * stages);
  }

  /**
   * @param reached one bit a stage, the first stage the lowest
   * @param day from the window's first day on
   */
  add(group: number, reached: number, day: number): void {
    // The lowest bit that is not set.
    const depth = 31 - Math.clz32(~reached & (reached + 1));
    const cell = this.#cell(this.#dailyGroups === this.#groups ? group : 0, day);
    this.#depths[group * (this.#stages + 1) + depth]!++;
    this.#daily[cell + depth]!++;
    for (let rest = reached >>> depth, stage = depth; rest !== 0; rest >>>= 1, stage++)
      if (rest & 1) {
        this.#skipped[group * this.#stages + stage]!++;
        this.#daily[cell + this.#stages + 1 + stage]!++;
      }
  }

  #cell(group: number, day: number): number {
    return (group * this.#days + day) * (2 * this.#stages + 1);
  }

  /** A unit whose time is not over. @param reached as in `add`, the stages that it counts in so far */
  postpone(group: number, reached: number): void {
    for (let stage = 0; stage < this.#stages; stage++)
      this.#pending[group * this.#stages + stage]! += (reached >>> stage) & 1;
  }

  /** How long a unit that reached the last stage took. */
  took(group: number, seconds: number): void {
    this.#seconds.push(seconds);
    this.#groupsOfSeconds.push(group);
  }

  /**
   * @param isOpen whether each stage is counted on its own
   * @param canPend whether a unit's time may not be over
   * @returns each group's counts, and last those of all groups together
   */
  finish(isOpen: boolean, canPend: boolean): StageCounts[] {
    const all = this.#groups;
    for (const [cells, size] of [
      [this.#depths, this.#stages + 1],
      [this.#skipped, this.#stages],
      [this.#pending, this.#stages],
    ] as const)
      for (let cell = 0; cell < all * size; cell++) cells[all * size + (cell % size)]! += cells[cell]!;
    const medians = [
      ...this.#medians(this.#groupsOfSeconds, all),
      ...this.#medians(
        this.#seconds.map(() => 0),
        1,
      ),
    ];
    return medians.map((median, group) => {
      const { values, skipped } = this.#closed(group);
      return {
        values: isOpen ? values.map((value, stage) => value + skipped[stage]!) : values,
        skipped: isOpen ? skipped.map(() => 0) : skipped,
        pending: canPend ? this.#ofStages(this.#pending, group) : undefined,
        seconds: Number.isNaN(median) ? undefined : median,
        byDay: this.#byDay(group, isOpen),
      };
    });
  }

  #byDay(group: number, isOpen: boolean): StageCounts['byDay'] {
    const isAll = group === this.#groups;
    if (!isAll && this.#dailyGroups !== this.#groups) return undefined;
    const [first, end] = isAll ? [0, this.#dailyGroups] : [group, group + 1];
    return (stage) =>
      new Float64Array(this.#days).map((_, day) => {
        let count = 0;
        for (let one = first; one < end; one++) {
          const cell = this.#cell(one, day);
          for (let depth = stage + 1; depth <= this.#stages; depth++) count += this.#daily[cell + depth]!;
          if (isOpen) count += this.#daily[cell + this.#stages + 1 + stage]!;
        }
        return count;
      });
  }

  #medians(groups: readonly number[], count: number): Float64Array {
    const seconds = { kind: 'number', values: Float64Array.from(this.#seconds), scale: 1, exact: false } as const;
    return quantileByCell(seconds, rowsByCell(Int32Array.from(groups), count), 0.5);
  }

  #closed(group: number): Pick<StageCounts, 'values' | 'skipped'> {
    const values = new Array<number>(this.#stages);
    const depths = this.#depths.subarray(group * (this.#stages + 1), (group + 1) * (this.#stages + 1));
    for (let stage = this.#stages - 1, reached = 0; stage >= 0; stage--) values[stage] = reached += depths[stage + 1]!;
    return { values, skipped: this.#ofStages(this.#skipped, group) };
  }

  #ofStages(cells: Float64Array, group: number): number[] {
    return [...cells.subarray(group * this.#stages, (group + 1) * this.#stages)];
  }
}
