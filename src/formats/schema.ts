// Loaded only when there is something to check: zod is a sixth of a card's size. It imports hardly anything of ours, so
// that it can be a file beside the script of a CDN without a second copy of much.
import * as z from 'zod/mini';
import type { MemberForm, OwnKind } from '../core/catalog/own-members.js';
import { neededMembers, ownMembers } from '../core/catalog/own-members.js';
import { excerptOf } from '../core/excerpt.js';

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
  where: z.nullish(z.string()),
  measures: z.nullish(z.array(z.string())),
  coverage: z.nullish(z.array(row)),
  buckets: z.array(row),
  windows: z.nullish(z.array(row)),
});

const mapping = z.record(
  z.string(),
  z.union([
    z.string(),
    z.strictObject({ path: z.string(), scale: z.optional(z.number()), negate: z.optional(z.boolean()) }),
    z.strictObject({ constant: z.union([z.string(), z.number(), z.boolean()]) }),
  ]),
);

const text = z.string();
const formOf = {
  text,
  number: z.number(),
  texts: z.union([text, z.record(text, text)]),
  formulas: z.record(text, text),
  'stand-ins': z.array(z.strictObject({ formula: text, warning: z.optional(text) })),
};

const definition = (kind: OwnKind) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries<MemberForm>(ownMembers[kind]).map(([member, form]) => {
        const schema = typeof form === 'string' ? formOf[form] : z.enum(form as [string, ...string[]]);
        return [member, neededMembers[kind].includes(member) ? schema : z.optional(schema)];
      }),
    ),
  );

const definitions = z.object({
  kpis: z.optional(z.array(definition('kpi'))),
  measures: z.optional(z.record(text, definition('measure'))),
  dimensions: z.optional(z.record(text, definition('dimension'))),
  parameters: z.optional(z.record(text, z.number())),
});

const expected: Readonly<Record<string, string>> = {
  currency: 'an ISO 4217 code such as "EUR"',
  timeZone: 'an IANA name such as "Europe/Copenhagen"',
  asOf: '"latest", an ISO date or an ISO instant',
  settings: 'an object',
  version: '1',
  by: 'a list of dimensions',
  where: 'conditions such as "device=mobile"',
  measures: 'a list of ids of measures',
  coverage: 'a list of rows',
  buckets: 'a list of rows',
  windows: 'a list of rows',
};

const source = 'a path in the row, { path, scale, negate } or { constant }';

const subjects = {
  declared: { schema: declared, option: 'data set', expectedOf: (field: string) => expected[field] },
  cube: { schema: cube, option: 'cube answer', expectedOf: (field: string) => expected[field] },
  definitions: { schema: definitions, option: '', expectedOf: () => undefined },
  mapping: {
    schema: mapping,
    option: 'map',
    expectedOf: (field: string) => (field ? source : `an object from field to ${source}`),
  },
};

/** What can be checked: the options of a data set, the envelope of a cube answer, a mapping, a shop's own definitions. */
export type Subject = keyof typeof subjects;

/** Why a value is refused: for developers, and the same as facts. */
export interface Refusal {
  readonly message: string;
  readonly details: { option: string; field: string; value: string; expected: string | undefined };
}

/** The first thing that is wrong with a value, if anything is. */
export function refusalOf(subject: Subject, value: unknown): Refusal | undefined {
  const { schema, option, expectedOf } = subjects[subject];
  const issue = z.safeParse(schema, value).error?.issues[0];
  if (!issue) return undefined;
  if (subject === 'definitions') return refusalOfDefinition(value, issue);
  const field = String(issue.path[0] ?? '');
  const found = excerptOf(field ? (value as Readonly<Record<string, unknown>>)[field] : value);
  const wanted = expectedOf(field);
  const message = `${option}${field && `, ${field}`}: expected ${wanted ?? 'another value'}, found ${found}.`;
  return { message, details: { option, field, value: found.replace(/^"(.*)"$/, '$1'), expected: wanted } };
}

/** Names the definition by its id or place, and what in it is wrong. */
function refusalOfDefinition(value: unknown, issue: z.core.$ZodIssue): Refusal {
  const [kind, ...path] = issue.path;
  const option = kind === 'kpis' ? 'kpiDefinitions' : `settings.${String(kind)}`;
  const isStray = issue.code === 'unrecognized_keys';
  const steps = isStray ? [...path, issue.keys[0]!] : path;
  const at = (end: number) =>
    [kind, ...steps]
      .slice(0, end)
      .reduce<unknown>((inner, step) => (inner as Readonly<Record<PropertyKey, unknown>>)?.[step!], value);
  const { id } = (at(2) ?? {}) as { readonly id?: unknown };
  const named = kind === 'kpis' && typeof id === 'string' ? [id, ...steps.slice(1)] : steps;
  const expected = isStray
    ? 'no such member'
    : issue.code === 'invalid_value'
      ? `one of ${issue.values.join(', ')}`
      : issue.code === 'invalid_type'
        ? `${issue.expected === 'object' || issue.expected === 'array' ? 'an' : 'a'} ${issue.expected}`
        : 'another value';
  const field = named.join(', ');
  const found = excerptOf(at(steps.length + 1));
  const place = `${option}${field && `, ${field}`}`;
  // Whoever words it puts quotes of its own around a text.
  const details = { option: place, field, value: found.replace(/^"(.*)"$/, '$1'), expected };
  return { message: `${place}: expected ${expected}, found ${found}.`, details };
}
