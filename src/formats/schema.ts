// Loaded only when there is something to check: zod is a sixth of a card's size.
import * as z from 'zod/mini';
import type { CubeAnswer } from '../core/dataset/cube-answer.js';
import { KpiError } from '../core/error.js';
import type { KpiErrorCode } from '../core/error.js';
import type { Mapping } from './mapping.js';

const row = z.record(z.string(), z.unknown());

const declared = z.object({
  currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
  timeZone: z.optional(z.string()),
  asOf: z.optional(z.string()),
  settings: z.optional(row),
});

const cube = z.object({
  kind: z.literal('kpi-cube'),
  version: z.literal(1),
  timeZone: z.string(),
  currency: z.nullish(declared.shape.currency),
  asOf: z.nullish(z.string()),
  by: z.nullish(z.array(z.string())),
  buckets: z.array(z.unknown()),
  windows: z.nullish(z.array(z.unknown())),
});

const mapping = z.record(
  z.string(),
  z.union([
    z.string(),
    z.strictObject({ path: z.string(), scale: z.optional(z.number()), negate: z.optional(z.boolean()) }),
    z.strictObject({ constant: z.union([z.string(), z.number(), z.boolean()]) }),
  ]),
);

const expected: Readonly<Record<string, string>> = {
  currency: 'an ISO 4217 code such as "EUR"',
  timeZone: 'an IANA name such as "Europe/Copenhagen"',
  asOf: '"latest", an ISO date or an ISO instant',
  settings: 'an object',
  version: '1',
  by: 'a list of dimensions',
  buckets: 'a list of rows',
  windows: 'a list of rows',
};

/** @throws KpiError `malformed-data` */
export function checkDeclared(value: unknown): void {
  check(declared, value, 'malformed-data', 'data set', (field) => expected[field]);
}

/** @throws KpiError `malformed-data` */
export function checkCubeAnswer(value: unknown): CubeAnswer {
  check(cube, value, 'malformed-data', 'cube answer', (field) => expected[field]);
  return value as CubeAnswer;
}

/** @throws KpiError `bad-option` */
export function checkMapping(value: unknown): Mapping {
  const source = 'a path in the row, { path, scale, negate } or { constant }';
  check(mapping, value, 'bad-option', 'map', (field) => (field ? source : `an object from field to ${source}`));
  return value as Mapping;
}

function check(
  schema: z.ZodMiniType,
  value: unknown,
  code: KpiErrorCode,
  what: string,
  expectedOf: (field: string) => string | undefined,
): void {
  const issue = schema.safeParse(value).error?.issues[0];
  if (!issue) return;
  const field = String(issue.path[0] ?? '');
  const found = excerptOf(field ? (value as Readonly<Record<string, unknown>>)[field] : value);
  const message = `${what}${field && `, ${field}`}: expected ${expectedOf(field) ?? 'another value'}, found ${found}.`;
  throw new KpiError(code, message, { option: what, field, value: found, expected: expectedOf(field) });
}

function excerptOf(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)} …` : text;
}
