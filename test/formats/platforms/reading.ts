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

/**
 * Checks that an adapter makes tables or a KpiError of anything at all, and that what it makes can be taken in.
 *
 * @param source the adapter's file, whose quoted words are the names in what it is given
 */
export async function expectNoOtherError(adapter: Adapter, source: string): Promise<void> {
  const code = readFileSync(new URL(`../../../src/formats/platforms/${source}`, import.meta.url), 'utf8');
  const words = [...code.matchAll(/'([\w.: -]{1,40})'/g)].flatMap(([, text]) => text!.split(/[. ]/)).filter(Boolean);
  const names = fc.constantFrom(...new Set(words), '__proto__', 'constructor', '0');
  const leaf = fc.oneof(
    fc.constantFrom(...words, '', '0', '1.5', '-3', '2026-11-01', '2026-11-01T10:00:00', '20261101', 'x'),
    fc.integer({ min: -5, max: 2000 }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 6, withCrossShrink: true }, leaf, tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    object: fc.dictionary(names, tie('value'), { maxKeys: 8 }),
  }));
  await fc.assert(
    fc.asyncProperty(fc.oneof(value, fc.jsonValue()), async (answer) => {
      try {
        for (const read of [adapter.read, adapter.row]) read?.(new Answer('platform', answer));
        if (adapter.read) {
          const { tables, declared } = adapter.read(new Answer('platform', answer));
          await loadDataset({ ...declared, ...tables });
        }
      } catch (error) {
        expect(error).toBeInstanceOf(KpiError);
      }
    }),
    { numRuns: 1000 },
  );
}
