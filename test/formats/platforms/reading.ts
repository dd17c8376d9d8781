import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect } from 'vitest';
import { KpiError } from '../../../src/core/error.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import { Answer } from '../../../src/formats/platforms/answer.js';
import type { Adapter, Reading, Row } from '../../../src/formats/platforms/answer.js';

const folder = new URL('../../../../shared/data/api/', import.meta.url);

/** Whether the collected answers of the platforms are there; they are not in the repository. */
export const hasAnswers = existsSync(folder);

/** A collected answer, by its path. */
export function answerIn(path: string): unknown {
  const bytes = readFileSync(new URL(path, folder));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return /\.json(\.gz)?$/.test(path) ? JSON.parse(text) : text;
}

/** Reads an answer with an adapter. */
export function readWith({ read }: Adapter, answer: unknown): Reading {
  if (!read) throw new Error('This adapter reads no answers.');
  return read(new Answer('platform', answer));
}

export const sumOf = (rows: readonly Row[] | undefined, field: string): number =>
  (rows ?? []).reduce((sum, row) => sum + Number(row[field] ?? 0), 0);

/** The error's code and words, or what was read after all. */
export function refusal(read: () => unknown): string {
  try {
    return `read: ${JSON.stringify(read())}`;
  } catch (error) {
    if (!(error instanceof KpiError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

/** Members that would change every object, were they taken for more than names. */
const own: unknown = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');

/**
 * Checks that an adapter makes tables or a KpiError of anything at all, and that what it makes can be taken in: of any
 * JSON, and of answers in which up to four members are missing or something else.
 *
 * @param samples answers, or of an export rows, that can be read
 */
export async function expectNoOtherError({ read, row }: Adapter, ...samples: readonly unknown[]): Promise<void> {
  const stray = fc.oneof(
    fc.constantFrom<unknown>(null, '', '0', '-1.5', 'x', 0, -3, 1e300, true, [], {}, ['x'], '2026-02-31', '20261101'),
    fc.constantFrom<unknown>('__proto__', 'constructor', 'toString', '\ud800', '9'.repeat(400), '-1e999', own),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const change = fc.tuple(fc.nat(), fc.option(stray, { nil: undefined }));
  const changed = fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { maxLength: 4 }))
    .map(([sample, changes]) => changes.reduce(withChange, structuredClone(sample)));
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ arbitrary: changed, weight: 4 }, { arbitrary: fc.jsonValue(), weight: 1 }),
      async (answer) => {
        try {
          row?.(new Answer('platform', answer));
          const { tables, declared } = read?.(new Answer('platform', answer)) ?? { tables: {} };
          const { report } = await loadDataset({ ...declared, ...tables });
          if (report.tables.some(({ rows }) => rows > 0)) taken++;
        } catch (error) {
          expect(error).toBeInstanceOf(KpiError);
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  if (read) expect(taken).toBeGreaterThan(50);
}

/** A JSON value in which the member at a place is something else, or missing. */
function withChange(value: unknown, [place, other]: readonly [number, unknown]): unknown {
  const slots: [Record<string, unknown>, string][] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, member] of Object.entries(node)) {
      slots.push([node as Record<string, unknown>, key]);
      visit(member);
    }
  };
  visit(value);
  const slot = slots[place % slots.length];
  if (!slot) return other;
  const [parent, key] = slot;
  if (other !== undefined) parent[key] = structuredClone(other);
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return value;
}
