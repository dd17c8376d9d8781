import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entities } from '../../../src/core/catalog/entities.js';
import { kpiCatalog } from '../../../src/core/catalog/kpis.js';
import { measures } from '../../../src/core/catalog/measures.js';

const path = '../shared/kpi-catalog.json';
const isThere = existsSync(path);
if (!isThere) console.warn(`Skipped: ${path} is absent.`);

interface StandIn {
  formula: string;
  warning: string | null;
}
interface Specification {
  kpis: {
    id: string;
    group: string;
    unit: string;
    direction: string;
    formula: string;
    fallbacks?: StandIn[];
    acrossPeriods: string;
    defaultComparison: string;
  }[];
  measures: {
    id: string;
    entity: string;
    aggregation: string;
    expression: string;
    unit: string;
    daily: string;
    whenAbsent?: StandIn[];
  }[];
  entities: {
    id: string;
    time: string;
    absence: string;
    fields: { name: string; type: string; required: boolean }[];
  }[];
}

const specification = (isThere ? JSON.parse(readFileSync(path, 'utf8')) : {}) as Specification;
const byId = <T extends { id: string }>(list: readonly T[], id: string): T => list.find((one) => one.id === id)!;
const standIns = (list: readonly { formula: string; warning?: string | null }[] = []): StandIn[] =>
  list.map(({ formula, warning }) => ({ formula, warning: warning ?? null }));

describe.skipIf(!isThere)('the declarations are those of the catalogue', () => {
  test.each([...kpiCatalog.values()])('KPI $id', (kpi) => {
    const specified = byId(specification.kpis, kpi.id);
    const { group, unit, direction, formula, acrossPeriods, defaultComparison } = specified;
    expect(kpi).toMatchObject({ group, unit, direction, formula, acrossPeriods, defaultComparison });
    expect(standIns(kpi.fallbacks)).toEqual(standIns(specified.fallbacks));
  });

  test.each([...measures.values()])('measure $id', (measure) => {
    const { entity, aggregation, expression, unit, daily, whenAbsent } = byId(specification.measures, measure.id);
    expect(measure).toMatchObject({ entity, aggregation, unit, daily });
    expect(measure.expression ?? '1').toBe(expression);
    expect(standIns(measure.whenAbsent)).toEqual(standIns(whenAbsent));
  });

  test.each(Object.values(entities).filter(({ id }) => id !== 'dailyMeasures'))('entity $id', (entity) => {
    const { time, absence, fields } = byId(specification.entities, entity.id);
    expect(time).toContain(entity.time);
    expect(absence).toBe(entity.absence);
    for (const { name, type, required } of fields) {
      const field = entity.fields[name];
      if (field) expect([name, field.type, field.required ?? false]).toEqual([name, type, required]);
      else expect([name, required]).toEqual([name, false]);
    }
  });
});
