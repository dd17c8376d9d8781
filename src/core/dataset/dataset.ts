import type { Catalog } from '../catalog/catalog.js';
import type { Zone } from '../time/zone.js';
import type { Day } from '../time/day.js';
import type { Analyst } from './builder.js';
import type { DatasetReport } from './input.js';
import type { MeasureSource } from './measure-source.js';
import type { Parameters } from './parameters.js';
import type { PlannedSplit } from './planned-splits.js';
import type { Table } from './table.js';

/** A shop's data, read once and ready for any question. It is made by `createDataset` or `loadDataset`. */
export class Dataset {
  /** What was taken in and what was refused, and why. */
  readonly report: DatasetReport;
  readonly zone: Zone;
  /** Whether nobody named the zone. */
  readonly zoneIsAssumed: boolean;
  /** ISO 4217 code of the reporting currency; undefined where the data name none, or several. */
  readonly currency: string | undefined;
  /** What `asOf` means where a question names none. */
  readonly asOf: string | undefined;
  /** The local day of the newest record, but for what lies far after all others, or ahead (`far` and `ahead` in the report). */
  readonly newest: Day | undefined;
  readonly settings: Readonly<Record<string, unknown>>;
  /** The catalogue's parameters, as the settings have them or by default. */
  readonly parameters: Parameters;
  /** What can be asked: the catalogue, with the shop's own definitions beside it. */
  readonly catalog: Catalog;
  /** Where measures come from; of two that hold the same measure, the first. */
  readonly sources: readonly MeasureSource[];
  /** Which table of the report an entity's rows were read from: orders may have been formed from lines. */
  readonly readFrom: ReadonlyMap<string, string>;
  /** What the shop wants of its figures: rows of the entity `targets`, those of the data first. */
  readonly targets: readonly Table[];
  /** How experiments are to be split, where not equally. */
  readonly splits: ReadonlyMap<string, PlannedSplit>;
  /** What reads experiments and how many targets are met, where there may be any. */
  readonly analyst: Analyst | undefined;
  /** What other systems state: rows of the entity `controlTotals`. */
  readonly controlTotals: readonly Table[];

  constructor(parts: DatasetParts) {
    this.report = parts.report;
    this.zone = parts.zone;
    this.zoneIsAssumed = parts.zoneIsAssumed;
    this.currency = parts.report.currency;
    this.asOf = parts.asOf;
    this.newest = parts.newest;
    this.settings = parts.settings;
    this.parameters = parts.parameters;
    this.catalog = parts.catalog;
    this.sources = parts.sources;
    this.readFrom = parts.readFrom;
    this.targets = parts.targets;
    this.splits = parts.splits;
    this.analyst = parts.analyst;
    this.controlTotals = parts.controlTotals;
  }

  /** IANA name. */
  get timeZone(): string {
    return this.zone.id;
  }
}

export type DatasetParts = Pick<
  Dataset,
  | 'report'
  | 'zone'
  | 'zoneIsAssumed'
  | 'asOf'
  | 'newest'
  | 'settings'
  | 'parameters'
  | 'catalog'
  | 'sources'
  | 'readFrom'
  | 'targets'
  | 'splits'
  | 'analyst'
  | 'controlTotals'
>;
