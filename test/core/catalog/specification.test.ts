import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entities } from '../../../src/core/catalog/entities.js';
import { funnels } from '../../../src/core/catalog/funnels.js';
import { kpiCatalog } from '../../../src/core/catalog/kpis.js';
import { measures } from '../../../src/core/catalog/measures.js';
import { derivedParameters, parameters } from '../../../src/core/catalog/parameters.js';
import { starterSet } from '../../../src/core/catalog/starter-set.js';
import { fieldsIn, parseFilter } from '../../../src/core/filter.js';
import { languages } from '../../../src/locale/languages.js';
import { dataEnglish } from '../../../src/locale/en/data.js';
import type { Messages } from '../../../src/locale/messages.js';
import copy from './specification.json' with { type: 'json' };

const path = '../shared/kpi-catalog.json';
const isThere = existsSync(path);
if (!isThere) console.warn(`Skipped: ${path} is absent; its copy is not compared with it.`);

interface StandIn {
  formula: string;
  warning: string | null;
}
interface Specification {
  kpis: {
    id: string;
    tier: number;
    group: string;
    unit: string;
    direction: string;
    formula: string;
    fallbacks?: StandIn[];
    acrossPeriods: string;
    defaultComparison: string;
    test: string;
    testInputs?: object;
    complete?: object;
    breakdown?: string[];
    filterNeeded?: string[];
    names: Record<string, string>;
  }[];
  measures: {
    id: string;
    entity: string;
    aggregation: string;
    expression: string;
    filter: string | null;
    having?: string;
    per?: string[];
    window?: string;
    defaultFilter?: string;
    ownDims?: string[];
    merge: string;
    attributedTo: string;
    unit: string;
    daily: string;
    whenAbsent?: StandIn[];
  }[];
  params: { id: string; default: unknown }[];
  funnels: { id: string; stages: string[]; mode: string }[];
  starterSet: { rows: number; priority: string[]; fewerThan: number };
  entities: {
    id: string;
    time: string;
    key: string;
    absence?: string;
    segmentDims: string[];
    derived: string[];
    /** Name, type, whether it is required. */
    fields: [name: string, type: string, isRequired: boolean][];
  }[];
}

const specification = copy as unknown as Specification;
const byId = <T extends { id: string }>(list: readonly T[], id: string): T => list.find((one) => one.id === id)!;
const standIns = (list: readonly { formula: string; warning?: string | null }[] = []): StandIn[] =>
  list.map(({ formula, warning }) => ({ formula, warning: warning ?? null }));

/** The words that stand for what a declaration says in fields. */
const havings: readonly [string, object][] = [
  ['≥ 2 orders in the period', { atLeast: 2 }],
  ['no first order in the period', { without: 'firstOrder' }],
  ['an order in [end − param(activityWindowDays) days, end) as well', { active: 'throughout' }],
];
const windows: Readonly<Record<string, readonly [string | undefined, string | undefined]>> = {
  '[start − param(activityWindowDays) days, start)': ['active', undefined],
  'up to the day before the period': [undefined, 'inventoryUnits'],
  'up to the start of the period': [undefined, 'subscribers'],
};
const unitOf = (unit: string): string => (unit.endsWith('²') ? 'square' : unit === 'seconds' ? 'duration' : unit);

/** Fields that no measure reads, and nobody splits figures by. */
const unread: Readonly<Record<string, string>> = {
  customers: 'createdAt acquisitionChannel segment country',
  carts: 'value currency units customerId sessionId',
  tickets: 'resolvedAt orderId',
  surveys: 'customerId orderId ticketId',
  reviews: 'verified',
};

describe('the catalogue is declared', () => {
  test('every KPI, measure, entity, parameter and funnel of it, and no other', () => {
    const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
    expect([...kpiCatalog.keys()].sort()).toEqual(ids(specification.kpis).sort());
    expect([...measures.keys()].filter((id) => !added.includes(id)).sort()).toEqual(ids(specification.measures).sort());
    // Rates and control totals are settings of the contract.
    const tables = Object.keys(entities).filter((id) => !['rates', 'controlTotals'].includes(id));
    expect(tables.sort()).toEqual(ids(specification.entities).sort());
    expect([...Object.keys(parameters), ...Object.keys(derivedParameters)].sort()).toEqual(
      ids(specification.params).sort(),
    );
  });

  test('every field of it but those that nothing reads', () => {
    for (const { id, fields } of specification.entities.filter((entity) => entity.id !== 'dailyMeasures')) {
      const missing = fields.map(([name]) => name).filter((name) => !entities[id]!.fields[name]);
      expect([id, missing.join(' ')]).toEqual([id, unread[id] ?? '']);
    }
  });

  test.each(Object.keys(languages) as (keyof typeof languages)[])('KPIs are called as there: %s', async (language) => {
    const { kpis } = await languages[language]();
    const names: Messages['kpis'] = language === 'en' ? { ...kpis, ...dataEnglish.kpis } : kpis;
    for (const { id, names: specified } of specification.kpis)
      expect([id, names[id]?.name]).toEqual([id, specified[language]]);
  });

  test.skipIf(!isThere)('the copy is of the catalogue', () => {
    const original = JSON.parse(readFileSync(path, 'utf8')) as typeof copy;
    for (const part of ['kpis', 'measures', 'params', 'funnels'] as const)
      expect(original[part]).toMatchObject(copy[part].map((one) => ({ ...one })));
    expect(original.starterSet).toEqual(copy.starterSet);
    expect(original.entities.map(({ id }) => id)).toEqual(copy.entities.map(({ id }) => id));
  });
});

/** What is declared beside the catalogue: the carts that were not abandoned, and a funnel of carts. */
const added = ['convertedCarts', 'cart'];

describe('the declarations are those of the catalogue', () => {
  test.each([...kpiCatalog.values()])('KPI $id', (kpi) => {
    const specified = byId(specification.kpis, kpi.id);
    const { group, unit, direction, formula, acrossPeriods, defaultComparison } = specified;
    expect(kpi).toMatchObject({ group, unit, direction, formula, acrossPeriods, defaultComparison });
    expect(standIns(kpi.fallbacks)).toEqual(standIns(specified.fallbacks));
    const { test, testInputs, complete, breakdown, filterNeeded } = specified;
    expect([kpi.test, kpi.testInputs, kpi.complete]).toEqual([test, testInputs, complete]);
    expect(kpi.filterNeeded && [kpi.filterNeeded]).toEqual(filterNeeded);
    expect(kpi.breakdown).toEqual(breakdown);
  });

  test('KPIs stand in the catalogue’s order', () => {
    const ids = [...kpiCatalog.keys()];
    const groups = specification.kpis.map(({ group }) => group);
    const rank = (id: string): number => groups.indexOf(byId(specification.kpis, id).group);
    expect(ids).toEqual([...ids].sort((a, b) => rank(a) - rank(b)));
  });

  const isSpecified = ({ id }: { readonly id: string }): boolean => !added.includes(id);

  test('what is added has no namesake there', () => {
    for (const id of added)
      expect([...specification.measures, ...specification.funnels].map((one) => one.id)).not.toContain(id);
  });

  test.each([...measures.values()].filter(isSpecified))('measure $id', (measure) => {
    const specified = byId(specification.measures, measure.id);
    const { entity, aggregation, expression, unit, daily, whenAbsent } = specified;
    expect(measure).toMatchObject({ entity, unit: unitOf(unit), daily });
    expect(measure.share === undefined ? measure.aggregation : `quantile(${measure.share})`).toBe(aggregation);
    // What is worked out from other figures is specified in words.
    if (aggregation !== 'computed') expect(measure.expression ?? '1').toBe(expression);
    expect(measure.filter ?? null).toBe(specified.filter);
    expect(standIns(measure.whenAbsent)).toEqual(standIns(whenAbsent));
    expect(specified.attributedTo.split('..')[0]).toBe(measure.on ?? entities[entity]!.time);
    expect(measure.per && ['date', measure.per]).toEqual(specified.per);
    const { atLeast, without, active } = measure;
    const declared = {
      ...(atLeast && { atLeast }),
      ...(without && { without }),
      ...(active === 'throughout' && { active }),
    };
    expect(declared).toEqual(havings.find(([words]) => words === specified.having)?.[1] ?? {});
    expect([measure.active && 'active', measure.opening]).toEqual(
      windows[specified.window ?? ''] ?? [undefined, undefined],
    );
    const standard = Object.entries(measure.standard ?? {}).map(([dimension, value]) => `${dimension} = ${value}`);
    expect(standard.join(' and ') || undefined).toBe(specified.defaultFilter);
    expect(measure.ownDimensions).toEqual(specified.ownDims);
    expect(measure.overlaps ?? false).toBe(specified.merge === 'bounds');
  });

  test.each([...measures.values()].filter(({ filter }) => filter))('measure $id filters by known fields', (measure) => {
    const entity = entities[measure.entity]!;
    const { derived } = byId(specification.entities, entity.id);
    // What carts derive is spelt out in columns that loading adds.
    const known = [...Object.keys(entity.fields), ...derived, 'maturesAt', 'orderedInTime'];
    for (const field of fieldsIn(parseFilter(measure.filter!, entity))) expect(known).toContain(field);
  });

  test.each(Object.values(entities).filter(({ id }) => !['dailyMeasures', 'rates', 'controlTotals'].includes(id)))(
    'entity $id',
    (entity) => {
      const { time, key, absence, fields, segmentDims } = byId(specification.entities, entity.id);
      expect(time).toContain(entity.time);
      // A year's target and its first month's begin on the same day: there both hold.
      expect(entity.key.join('+') || '—').toBe(entity.id === 'targets' ? `${key}+periodEnd` : key);
      expect(entity.absence).toBe(absence);
      for (const [name, type, required] of fields) {
        const field = entity.fields[name];
        if (field) expect([name, field.type, field.required ?? false]).toEqual([name, type, required]);
        else expect([name, required]).toEqual([name, false]);
      }
      const own = segmentDims.filter((dimension) => !dimension.startsWith('+'));
      const known = own.filter((dimension) => entity.dimensions.includes(dimension));
      // Customers have no measure.
      if (entity.id !== 'customers') expect(known).toEqual(own);
    },
  );

  test('parameters', () => {
    for (const [id, value] of Object.entries(parameters))
      expect(specification.params.find((parameter) => parameter.id === id)?.default).toEqual(value);
  });

  test('funnels', () => {
    expect(funnels.filter(isSpecified)).toEqual(
      specification.funnels.map(({ id, stages, mode }) => ({ id, stages, mode })),
    );
    for (const stage of funnels.flatMap(({ stages }) => stages)) expect(measures.has(stage)).toBe(true);
  });

  test('starter set', () => {
    const { rows, priority, fewerThan } = specification.starterSet;
    const isMain = (id: string): boolean => byId(specification.kpis, id).tier === 1 && !priority.includes(id);
    expect(starterSet).toEqual({ rows, priority, fewerThan, others: [...kpiCatalog.keys()].filter(isMain) });
    for (const id of starterSet.priority) expect(kpiCatalog.has(id)).toBe(true);
  });
});
