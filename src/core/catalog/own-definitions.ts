import { bindFormula } from '../bind-formula.js';
import { KpiError, unexpected } from '../error.js';
import { fieldsIn, parseFilter } from '../filter.js';
import type { Formula } from '../formula.js';
import { isSum, namesIn, parseFormula } from '../formula.js';
import { measureOf, termOf } from '../term.js';
import { nearest } from '../nearest.js';
import { catalog } from './catalog.js';
import type { Catalog } from './catalog.js';
import type { Aggregation, EntityDefinition, KpiDefinition, MeasureDefinition } from './definition.js';
import { checkNames, inside } from './check-names.js';
import { dimensionsIn } from './dimensions-in.js';
import type { MemberForm, OwnKind } from './own-members.js';
import { neededMembers, ownMembers } from './own-members.js';
import { derivedParameters, parameters } from './parameters.js';

/** A KPI of the shop's own, as JSON may say it. */
export interface OwnKpi
  extends
    Partial<Pick<KpiDefinition, 'direction' | 'group' | 'acrossPeriods' | 'test'>>,
    Pick<KpiDefinition, 'id' | 'unit' | 'formula' | 'testInputs' | 'fallbacks'> {
  readonly name?: Texts;
  readonly defaultComparison?: Exclude<KpiDefinition['defaultComparison'], 'control'>;
  /** What it means, in one sentence. */
  readonly definition?: Texts;
}

/** What something is called; in several languages by their BCP 47 tag. */
type Texts = string | Readonly<Record<string, string>>;

/** A measure of the shop's own: an aggregate of a table's rows. */
export interface OwnMeasure
  extends
    Partial<Pick<MeasureDefinition, 'unit'>>,
    Pick<MeasureDefinition, 'entity' | 'expression' | 'filter' | 'atLeast' | 'share' | 'whenAbsent'> {
  readonly aggregation: Aggregation;
  readonly name?: Texts;
}

/** A column of the shop's own that rows are split and filtered by. */
export interface OwnDimension {
  readonly entity: string;
  /** Default `string`. */
  readonly type?: 'string' | 'enum' | 'bool';
  readonly name?: Texts;
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
    refuseTaken('settings.measures', id, idForm, base.measures);
    withMeasures.set(id, ownMeasureOf(id, measure, { ...base, entities }));
  }
  const taken = new Map(Object.entries<unknown>({ ...parameters, ...derivedParameters }));
  for (const [id, value] of Object.entries(own.parameters ?? {})) {
    refuseTaken('settings.parameters', id, idForm, taken);
    if (!Number.isFinite(value)) throw wrong(`settings.parameters, ${id}`, value, 'a number');
  }
  const kpis = new Map(base.kpis);
  for (const kpi of own.kpis ?? []) {
    if (typeof (kpi as unknown) !== 'object' || (kpi as unknown) === null)
      throw wrong('kpiDefinitions', kpi, 'definitions such as { id, unit, formula }');
    refuseTaken('kpiDefinitions', kpi.id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, kpis);
    kpis.set(kpi.id, kpiOf(kpi));
  }
  const named = { ...base.parameters, ...own.parameters };
  const extended: Catalog = { kpis, measures: withMeasures, entities, parameters: named };
  // Only now every name is there that a formula may read.
  for (const kpi of own.kpis ?? []) kpis.set(kpi.id, { ...kpis.get(kpi.id)!, ...behaviourOf(kpi, extended) });
  for (const [id, { whenAbsent = [] }] of Object.entries(own.measures ?? {}))
    for (const { formula } of whenAbsent) boundIn(formula, `settings.measures, ${id}`, extended);
  return extended;
}

const idForm = /^[A-Za-z]\w*$/;

function withDimensions(
  entities: Catalog['entities'],
  own: Readonly<Record<string, OwnDimension>>,
): Catalog['entities'] {
  const all: Record<string, EntityDefinition> = { ...entities };
  for (const [id, { name: _name, ...dimension }] of Object.entries(own)) {
    const { entity: table, type = 'string' } = dimension;
    checkMembers(`settings.dimensions, ${id}`, 'dimension', dimension, ...neededMembers.dimension);
    const entity = known('settings.dimensions', table, new Map(Object.entries(all)));
    refuseTaken('settings.dimensions', id, idForm, new Map(Object.entries(entity.fields)));
    const withDimension = (one: EntityDefinition, fields: EntityDefinition['fields'] = { [id]: { type } }) =>
      void (all[one.id] = { ...one, dimensions: [...one.dimensions, id], fields: { ...one.fields, ...fields } });
    withDimension(entity);
    // A day has a row for each value of its dimensions.
    if (table === 'dailyMeasures') all[table] = { ...all[table]!, key: [...entity.key, id] };
    if (table !== 'orders') continue;
    // Lines may carry what is their order's; what names an order is split by it, too.
    if (!all['orderLines']!.fields[id]) withDimension(all['orderLines']!);
    for (const other of ['refunds', 'shipments']) if (!all[other]!.fields[id]) withDimension(all[other]!, {});
  }
  return all;
}

function ownMeasureOf(
  id: string,
  { name: _name, ...own }: OwnMeasure,
  { entities, measures }: Catalog,
): MeasureDefinition {
  const { aggregation, share } = own;
  const option = `settings.measures, ${id}`;
  checkMembers(option, 'measure', own, ...neededMembers.measure, ...(aggregation === 'count' ? [] : ['expression']));
  if (aggregation === 'quantile' && !(share !== undefined && share > 0 && share < 1))
    throw wrong(`${option}, share`, share, 'a number between 0 and 1');
  const entity = known(`settings.measures, ${id}`, own.entity, new Map(Object.entries(entities)));
  // Beside its fields a table has what is worked out of them, such as `counted`: the catalogue's measures read those.
  const there = [...measures.values()]
    .filter((each) => each.entity === entity.id)
    .flatMap((each) => fieldsOf(each, entity));
  const readable = new Map(
    [...Object.keys(entity.fields), ...entity.dimensions, ...there, 'counted'].map((field) => [field, field]),
  );
  for (const field of inside(option, () => fieldsOf(own, entity))) known(option, field, readable);
  const isSum = aggregation === 'count' || aggregation === 'sum';
  return { id, unit: 'count', daily: isSum ? 'sum' : aggregation === 'last' ? 'last' : 'grain-only', ...own };
}

/** The fields that a measure reads. @throws KpiError `bad-formula` */
const fieldsOf = (
  { expression, filter }: Pick<OwnMeasure, 'expression' | 'filter'>,
  entity: EntityDefinition,
): string[] => [
  ...(expression === undefined ? [] : namesIn(parseFormula(expression))),
  ...(filter === undefined ? [] : fieldsIn(parseFilter(filter, entity))),
];

/** What a program without types may hand over. @throws KpiError `bad-option` */
function checkMembers(option: string, kind: OwnKind, own: object, ...texts: readonly string[]): void {
  const members = own as Readonly<Record<string, unknown>>;
  const all = new Map<string, MemberForm>(Object.entries(ownMembers[kind]));
  const forms = Object.keys(members).map((member) => [member, known(option, member, all)] as const);
  for (const text of texts)
    if (typeof members[text] !== 'string') throw wrong(`${option}, ${text}`, members[text], 'a text');
  for (const [member, form] of forms) {
    const value = members[member];
    if (typeof form !== 'string' && value != null && !form.includes(value as string))
      throw wrong(`${option}, ${member}`, value, form);
  }
}

const wrong = (option: string, value: unknown, expected: string | readonly string[]): KpiError =>
  unexpected('bad-option', `${option}: found ${JSON.stringify(value) ?? 'nothing'}`, option, value, expected);

function kpiOf({ name: _name, definition: _definition, ...own }: OwnKpi): KpiDefinition {
  checkMembers(`kpiDefinitions, ${own.id}`, 'kpi', own, ...neededMembers.kpi);
  return {
    ...{ group: 'own', direction: 'neutral', defaultComparison: 'previous-period', acrossPeriods: 'RECOMPUTE' },
    ...own,
  };
}

/**
 * How a KPI's periods come together, and which test is right for it, by its formula: a sum of what adds up is a sum of
 * its days, of a share the parts are added first. Of anything else days tell nothing (catalogue, section 3.1).
 *
 * @throws KpiError `bad-formula`, `bad-option`
 */
function behaviourOf(
  { id, formula, acrossPeriods, test, fallbacks = [], testInputs }: OwnKpi,
  own: Catalog,
): Pick<KpiDefinition, 'acrossPeriods'> & { test: NonNullable<KpiDefinition['test']> } {
  const option = `kpiDefinitions, ${id}`;
  const bound = boundIn(formula, option, own, [id]);
  for (const text of [...fallbacks.map((each) => each.formula), ...Object.values<string>(testInputs ?? {})])
    boundIn(text, option, own);
  if (test !== undefined && test in wanted && wanted[test]!.some((input) => !(input in (testInputs ?? {}))))
    throw wrong(`${option}, testInputs`, testInputs, `${wanted[test]!.join(', ')}, which the test ${test} is fed`);
  const names = namesIn(bound);
  if (names.length === 0) throw wrong(`${option}, formula`, formula, 'a formula that reads a measure');
  const adds = names.every(
    (name) => termOf(name).days === undefined && own.measures.get(measureOf(name))!.daily === 'sum',
  );
  const found = !adds ? 'RECOMPUTE' : isSum(bound) ? 'SUM' : growthOf(bound) === 0 ? 'ROS' : 'RECOMPUTE';
  return { acrossPeriods: acrossPeriods ?? found, test: test ?? (found === 'RECOMPUTE' ? 'none' : 'days') };
}

const wanted: Readonly<Record<string, readonly string[]>> = {
  'two-proportion': ['successes', 'trials'],
  welch: ['n', 'sum', 'squares'],
  poisson: ['count', 'exposure'],
};

/** As which power of its period's length a figure grows: a sum 1, a share 0; undefined where that is mixed. */
function growthOf(formula: Formula): number | undefined {
  if (formula.kind === 'number') return 0;
  if (formula.kind !== 'operation') return 1;
  const [left, right] = [growthOf(formula.left), growthOf(formula.right)];
  if (left === undefined || right === undefined) return undefined;
  if (formula.operator === '*') return left + right;
  if (formula.operator === '/') return left - right;
  return left === right ? left : undefined;
}

/** A formula with what it refers to. @throws KpiError `bad-formula`, `bad-option` */
function boundIn(text: string, option: string, own: Catalog, path: readonly string[] = []): Formula {
  const numbers = new Map(Object.entries<unknown>({ ...parameters, ...own.parameters }));
  const derived = new Map(Object.entries(derivedParameters));
  const parameter = (id: string) => numberOf(numbers.get(id)) ?? derived.get(id);
  const ids = [...numbers.keys(), ...derived.keys()].filter((id) => parameter(id) !== undefined);
  const bound = inside(option, () => {
    const formula = parseFormula(text);
    checkNames(formula, option, { kpi: [...own.kpis.keys()], param: ids, dimensions: [...dimensionsIn(own)] });
    return bindFormula(formula, { formulaOf: (id) => own.kpis.get(id)?.formula, parameter }, path);
  });
  for (const name of namesIn(bound)) known(option, measureOf(name), own.measures);
  return bound;
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
