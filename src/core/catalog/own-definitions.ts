import { bindFormula } from '../bind-formula.js';
import { KpiError, unexpected } from '../error.js';
import { fieldsIn, parseFilter } from '../filter.js';
import type { Formula } from '../formula.js';
import { mapLeaves, namesIn, parseFormula } from '../formula.js';
import { nearest } from '../nearest.js';
import { catalog } from './catalog.js';
import type { Catalog } from './catalog.js';
import type { EntityDefinition, KpiDefinition, MeasureDefinition } from './definition.js';
import { derivedParameters, parameters } from './parameters.js';

/** A KPI of the shop's own, as JSON may say it. */
export interface OwnKpi
  extends
    Partial<Pick<KpiDefinition, 'direction' | 'group' | 'acrossPeriods' | 'defaultComparison' | 'test'>>,
    Pick<KpiDefinition, 'id' | 'unit' | 'formula' | 'testInputs' | 'fallbacks'> {
  /** What it is called; in several languages by their BCP 47 tag. */
  readonly name?: string | Readonly<Record<string, string>>;
  /** What it means, in one sentence. */
  readonly definition?: string | Readonly<Record<string, string>>;
}

/** A measure of the shop's own: an aggregate of a table's rows. */
export interface OwnMeasure
  extends
    Partial<Pick<MeasureDefinition, 'unit'>>,
    Pick<MeasureDefinition, 'entity' | 'aggregation' | 'expression' | 'filter' | 'atLeast' | 'share' | 'whenAbsent'> {}

/** A column of the shop's own that rows are split and filtered by. */
export interface OwnDimension {
  readonly entity: string;
  /** Default `string`. */
  readonly type?: 'string' | 'enum' | 'bool';
}

/** What a shop adds to the catalogue, by id. */
export interface OwnDefinitions {
  readonly kpis?: readonly OwnKpi[];
  readonly measures?: Readonly<Record<string, OwnMeasure>>;
  readonly dimensions?: Readonly<Record<string, OwnDimension>>;
  readonly parameters?: Readonly<Record<string, number>>;
}

/** What a shop defines among a data set's options; undefined where that is nothing. @throws KpiError `bad-option` */
export function ownDefinitions({
  kpiDefinitions: kpis,
  settings: { measures, dimensions, parameters: numbers } = {},
}: {
  readonly kpiDefinitions?: readonly OwnKpi[] | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
}): OwnDefinitions | undefined {
  const own = Object.entries({ kpis, measures, dimensions, parameters: numbers }).filter(([, value]) => value != null);
  for (const [name, value] of own) {
    if (typeof value === 'object' && Array.isArray(value) === (name === 'kpis')) continue;
    const option = name === 'kpis' ? 'kpiDefinitions' : `settings.${name}`;
    const expected = name === 'kpis' ? 'a list of definitions' : 'an object from id to definition';
    throw unexpected('bad-option', `${option}: found ${JSON.stringify(value)}`, option, value, expected);
  }
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}

/**
 * The catalogue with a shop's own definitions beside it. Nothing of the catalogue is changed by them.
 *
 * @throws KpiError `bad-option` for an id that is taken or misspelt, or a name that there is not; `bad-formula` for a
 *   formula or filter that cannot be read, and for a KPI that refers to itself
 */
export function catalogWith(own: OwnDefinitions, base: Catalog = catalog): Catalog {
  const entities = withDimensions(base.entities, own.dimensions ?? {});
  const withMeasures = new Map(base.measures);
  for (const [id, measure] of Object.entries(own.measures ?? {})) {
    refuseTaken('settings.measures', id, /^[A-Za-z]\w*$/, base.measures);
    withMeasures.set(id, measureOf(id, measure, { ...base, entities }));
  }
  const named = { ...base.parameters, ...own.parameters };
  const kpis = new Map(base.kpis);
  for (const kpi of own.kpis ?? []) {
    refuseTaken('kpiDefinitions', kpi.id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, kpis);
    kpis.set(kpi.id, kpiOf(kpi, withMeasures));
  }
  const extended: Catalog = { kpis, measures: withMeasures, entities, parameters: named };
  for (const kpi of own.kpis ?? []) checkFormulas(kpi, extended);
  for (const [id, { whenAbsent = [] }] of Object.entries(own.measures ?? {}))
    for (const { formula } of whenAbsent) checkFormula(formula, `settings.measures, ${id}`, extended);
  return extended;
}

function withDimensions(
  entities: Catalog['entities'],
  own: Readonly<Record<string, OwnDimension>>,
): Catalog['entities'] {
  const all: Record<string, EntityDefinition> = { ...entities };
  for (const [id, { entity: table, type = 'string' }] of Object.entries(own)) {
    const entity = known('settings.dimensions', table, new Map(Object.entries(all)));
    refuseTaken('settings.dimensions', id, /^[A-Za-z]\w*$/, new Map(Object.entries(entity.fields)));
    all[table] = {
      ...entity,
      dimensions: [...entity.dimensions, id],
      fields: { ...entity.fields, [id]: { type } },
    };
  }
  return all;
}

function measureOf(id: string, own: OwnMeasure, { entities, measures }: Catalog): MeasureDefinition {
  const { aggregation } = own;
  const entity = known(`settings.measures, ${id}`, own.entity, new Map(Object.entries(entities)));
  // Beside its fields a table has what is worked out of them, such as `counted`: the catalogue's measures read those.
  const there = [...measures.values()]
    .filter((each) => each.entity === entity.id)
    .flatMap((each) => fieldsOf(each, entity));
  const readable = new Map(
    [...Object.keys(entity.fields), ...entity.dimensions, ...there].map((field) => [field, field]),
  );
  for (const field of fieldsOf(own, entity)) known(`settings.measures, ${id}`, field, readable);
  const isSum = aggregation === 'count' || aggregation === 'sum';
  return { id, unit: 'count', daily: isSum ? 'sum' : aggregation === 'last' ? 'last' : 'grain-only', ...own };
}

/** The fields that a measure reads. @throws KpiError `bad-formula` */
const fieldsOf = ({ expression, filter }: OwnMeasure, entity: EntityDefinition): string[] => [
  ...(expression === undefined ? [] : namesIn(parseFormula(expression))),
  ...(filter === undefined ? [] : fieldsIn(parseFilter(filter, entity))),
];

function kpiOf({ name: _name, definition: _definition, ...own }: OwnKpi, measures: Catalog['measures']): KpiDefinition {
  const acrossPeriods = own.acrossPeriods ?? acrossPeriodsOf(parseFormula(own.formula), measures);
  return {
    ...{ group: 'own', direction: 'neutral', defaultComparison: 'previous-period', ...own },
    acrossPeriods,
  };
}

/** What adds up is a sum; of shares and quotients the parts are added first; the rest is worked out anew. */
function acrossPeriodsOf(formula: Formula, measures: Catalog['measures']): KpiDefinition['acrossPeriods'] {
  let isSum = true;
  let addsUp = true;
  mapLeaves(formula, (leaf) => {
    if (leaf.kind === 'name') addsUp &&= measures.get(leaf.name)?.daily === 'sum';
    if (leaf.kind === 'kpi' || leaf.kind === 'days') isSum = false;
    return leaf;
  });
  const isLinear = (part: Formula): boolean => {
    if (part.kind !== 'operation') return true;
    const sides = [part.left, part.right];
    if (part.operator === '+' || part.operator === '-') return sides.every(isLinear);
    const isFactor = (side: Formula | undefined): boolean => side?.kind === 'number' || side?.kind === 'param';
    return part.operator === '*' ? sides.some(isFactor) : part.operator === '/' && isFactor(part.right);
  };
  return !addsUp ? 'RECOMPUTE' : isSum && isLinear(formula) ? 'SUM' : 'ROS';
}

function checkFormulas({ id, formula, fallbacks = [], testInputs }: OwnKpi, own: Catalog): void {
  const option = `kpiDefinitions, ${id}`;
  checkFormula(formula, option, own, [id]);
  for (const text of [...fallbacks.map((each) => each.formula), ...Object.values<string>(testInputs ?? {})])
    checkFormula(text, option, own);
}

/** @throws KpiError `bad-formula`, `bad-option` */
function checkFormula(text: string, option: string, own: Catalog, within: readonly string[] = []): void {
  const bound = bindFormula(
    parseFormula(text),
    {
      formulaOf: (id) => own.kpis.get(id)?.formula,
      parameter: (id) =>
        own.parameters[id] ?? numberOf(parameters[id as keyof typeof parameters]) ?? derivedParameters[id],
    },
    within,
  );
  for (const name of namesIn(bound)) known(option, name, own.measures);
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** What stands under a name. @throws KpiError `bad-option` with the nearest name that there is */
function known<T>(option: string, value: string, all: ReadonlyMap<string, T>): T {
  const found = all.get(value);
  if (found !== undefined) return found;
  const expected = [...all.keys()];
  const suggestion = nearest(value, expected);
  const hint = suggestion === undefined ? `There is ${expected.join(', ')}.` : `Did you mean ${suggestion}?`;
  throw new KpiError('bad-option', `${option}: there is no "${value}". ${hint}`, {
    ...{ option, value, expected, suggestion },
  });
}

function refuseTaken(option: string, id: string, form: RegExp, taken: ReadonlyMap<string, unknown>): void {
  const problem = !form.test(id) ? 'is no id' : taken.has(id) ? 'is there already' : undefined;
  if (problem === undefined) return;
  const expected = taken.has(id)
    ? 'a name of its own'
    : `letters and digits, such as ${option === 'kpiDefinitions' ? 'gift-share' : 'giftOrders'}`;
  throw new KpiError('bad-option', `${option}: "${id}" ${problem}. Expected ${expected}.`, {
    ...{ option, value: id, expected },
  });
}
