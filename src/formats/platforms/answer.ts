import type { DataNote, DatasetOptions } from '../../core/dataset/input.js';
import { addDecimals } from '../../core/decimal.js';
import { KpiError } from '../../core/error.js';

/** A row in our fields. A field that is undefined is empty; an amount that is NaN makes the core refuse the row. */
export type Row = Readonly<Record<string, unknown>>;

/** What an adapter makes of a platform's answer. */
export interface Reading {
  /** What the answer says about itself. */
  readonly declared?: DatasetOptions;
  /** Rows by entity. Of `dailyMeasures` rows of the same day and segment are added up. */
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  /** On which terms the figures stand: for the data set's report. */
  readonly notes?: readonly (DataNote | undefined)[];
}

/** Reads a platform: its answers as JSON, the rows of its exports, or both. */
export interface Adapter {
  /** @throws KpiError `unrecognised-data` for an answer of another shape, `incomplete-data` for a part of a report */
  readonly read?: (answer: Answer) => Reading;
  /** One row of an export in our fields; undefined leaves it out. */
  readonly row?: (row: Answer) => Row | undefined;
}

/**
 * A value that another system sent, read without trust. A path such as `customer.id` or `lines.0.price` sees own
 * members only; what is not there is undefined, whatever stands in its way. `*` is the first member that is not empty.
 */
export class Answer {
  constructor(
    readonly platform: string,
    private readonly value: unknown,
  ) {}

  at(path: string): Answer {
    return new Answer(this.platform, this.valueAt(path));
  }

  /** Whether there is something other than null. */
  has(path: string): boolean {
    return this.valueAt(path) != null;
  }

  /** Whether a field is there at all, be it null. */
  mentions(path: string): boolean {
    return this.valueAt(path) !== undefined;
  }

  isList(path?: string): boolean {
    return Array.isArray(this.valueAt(path));
  }

  /** The items of a list; none for all else. */
  list(path?: string): readonly Answer[] {
    const value = this.valueAt(path);
    return Array.isArray(value) ? value.map((item) => new Answer(this.platform, item)) : [];
  }

  /** The members of an object by name; none for all else. */
  members(path?: string): readonly (readonly [string, Answer])[] {
    const value = this.valueAt(path);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return Object.entries(value).map(([name, member]) => [name, new Answer(this.platform, member)]);
  }

  /** A text that is not empty; a number as it is written. */
  text(path?: string): string | undefined {
    const value = this.valueAt(path);
    return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number' ? String(value) : undefined;
  }

  /** An identifier; platforms write 0 for none. */
  id(path: string): string | undefined {
    const id = this.text(path);
    return id === '0' ? undefined : id;
  }

  /** A time, in UTC where it names no zone. */
  utc(path: string): string | undefined {
    const time = this.text(path);
    return time === undefined || /(z|[+-]\d\d:?\d\d)$/i.test(time) ? time : `${time.replace(' ', 'T')}Z`;
  }

  /** A number, or a text that is one; NaN for anything else that is there. */
  number(path?: string): number | undefined {
    const value = this.valueAt(path);
    if (value == null || value === '') return undefined;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : NaN;
  }

  /** The sum over a list, right to the last decimal. What is absent is 0. */
  sum(path: string, amount: (item: Answer) => number | undefined): number {
    return this.list(path).reduce((sum, item) => addDecimals(sum, amount(item) ?? 0), 0);
  }

  /** Whether something is said to be so. */
  is(path: string): boolean {
    const value = this.valueAt(path);
    return value === true || value === 'true';
  }

  /** A channel by the names that Google Analytics gave its groups and others took over. */
  channel(path: string): string | undefined {
    const name = this.text(path)?.trim().toLowerCase().replace(/\s+/g, '-');
    if (name === undefined || channels.has(name)) return name;
    return otherChannels.get(name) ?? 'other';
  }

  device(path: string): string | undefined {
    const name = this.text(path)?.toLowerCase();
    if (name === undefined || devices.has(name)) return name;
    return /^(smart)?phone$/.test(name) ? 'mobile' : 'other';
  }

  private valueAt(path: string | undefined): unknown {
    if (path === undefined) return this.value;
    // Most paths are one name: a long list is read faster where those are not taken apart.
    return path.includes('.') ? path.split('.').reduce(memberOf, this.value) : memberOf(this.value, path);
  }

  /** Why this answer cannot be read. @param expected what the platform has that can be read, in English */
  unlike(expected: string): KpiError {
    const fields = Object.keys(Object(this.value) as object).slice(0, 20);
    const found = Array.isArray(this.value)
      ? `a list of ${this.value.length}`
      : typeof this.value === 'object' && this.value !== null
        ? `an object with ${fields.join(', ') || 'nothing'}`
        : typeof this.value;
    const message = `Expected of ${this.platform} ${expected}; found ${found}.`;
    return new KpiError('unrecognised-data', message, { format: this.platform, expected, fields });
  }

  /** Why this answer may not be taken for the whole. @param problem in English, with what to do */
  incomplete(problem: string): KpiError {
    const message = `The answer of ${this.platform} is not the whole: ${problem}`;
    return new KpiError('incomplete-data', message, { format: this.platform });
  }
}

const devices = new Set(['mobile', 'tablet', 'desktop']);
const channels = new Set(
  (
    'direct organic-search organic-social organic-shopping organic-video paid-search paid-social paid-shopping ' +
    'paid-video display paid-other affiliate referral email sms push'
  ).split(' '),
);
const otherChannels = new Map([
  ['cross-network', 'paid-other'],
  ['affiliates', 'affiliate'],
  ['mobile-push-notifications', 'push'],
]);

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (name === '*') return Object.values(value).find((member) => Object.keys(Object(member) as object).length > 0);
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
