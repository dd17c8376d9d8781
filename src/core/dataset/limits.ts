import { KpiError, unexpected } from '../error.js';

/** How much is taken in, so that no source fills a page's memory. */
export interface Limits {
  readonly rows: number;
  /** Of text as it comes, after any compression. */
  readonly bytes: number;
}

/** More than a tab can well hold, and twice what any shop has been seen to ask for. */
const standard: Limits = { rows: 10_000_000, bytes: 1_000_000_000 };

/** The limits that the settings name, else those that hold everywhere. @throws KpiError `bad-option` */
export function limitsIn({ limits = {} }: Readonly<Record<string, unknown>>): Limits {
  const given = Object.entries(Object(limits) as object);
  const stray = given.find(
    ([name, value]) => !Object.hasOwn(standard, name) || !(typeof value === 'number' && value > 0),
  );
  if (typeof limits === 'object' && !stray) return { ...standard, ...limits };
  const expected = '{ rows, bytes }, each a number above 0';
  throw unexpected(
    'bad-option',
    `settings, limits: found ${JSON.stringify(limits)}`,
    'settings.limits',
    limits,
    expected,
  );
}

/** Why data are refused that are more than is taken in: `too-large` with the `limit`, and what was `found` of it so far. */
export function tooLarge(unit: keyof Limits, found: number, limit: number): KpiError {
  return new KpiError(
    'too-large',
    `The data hold more than ${limit} ${unit}: ${found} have come so far. Ask for a shorter time or for daily numbers, ` +
      `or set settings.limits.${unit}.`,
    { unit, found, limit, ...(unit === 'rows' ? { rows: limit } : { megabytes: limit / 1e6 }) },
  );
}

/** Counts what is read. @throws KpiError `too-large` */
export type Meter = (bytes: number) => void;

export function meterOf({ bytes: limit }: Limits): Meter {
  let found = 0;
  return (bytes) => {
    found += bytes;
    if (found > limit) throw tooLarge('bytes', found, limit);
  };
}

/** Two texts as one, which engines hold up to half a gigabyte or one. @throws KpiError `too-large` */
export function joined(text: string, more: string): string {
  try {
    return text + more;
  } catch {
    throw tooLarge('bytes', text.length + more.length, text.length);
  }
}
