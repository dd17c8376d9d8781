import type { KpiDefinition } from '../catalog/definition.js';
import { alsoCalled } from '../catalog/also-called.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Dataset } from '../dataset/dataset.js';
import { KpiError } from '../error.js';
import { nearest } from '../nearest.js';
import { measureOf } from '../term.js';
import { describeWindow, isRunning } from '../time/window.js';
import { withCourse } from './course.js';
import { coverageOf, unlessBare } from './coverage.js';
import { dimensionOf } from './dimension-of.js';
import { commonCoverage } from './feed.js';
import { withoutValue } from './figure.js';
import { kpiInUse } from './kpi-in-use.js';
import { plannedDays } from './pace.js';
import { checkKpiQuestion, grainOf, selectionOf, timeOf } from './plan.js';
import type { KpiQuestion } from './question.js';
import { readKpi } from './reader.js';
import { readPace } from './read-pace.js';
import { differing, reconcile } from './reconcile.js';
import type { KpiResult } from './result.js';
import { setParameters } from './set-parameters.js';
import { isMisspelt } from './standing.js';
import { taxMismatch } from './tax.js';
import { runningTargets, setTarget } from './set-target.js';
import { targetResult } from './target-result.js';
import { isForWhole, parseTarget } from './target.js';
import type { Level } from './verdict.js';
import { onItsOwn } from './verdict.js';

/**
 * Answers one question about one KPI of the catalogue.
 * @throws KpiError `unknown-kpi`, `bad-option`, `bad-period`, `bad-date`, `as-of-required`: a question that cannot be
 * asked. What the data cannot answer is no error: the result has a `reason` in place of a `value`.
 */
export function evaluateKpi(dataset: Dataset, question: KpiQuestion): KpiResult {
  const kpi = definitionOf(dataset, question);
  return evaluateDefinition(dataset, kpi, question);
}

/** The definition that a question is about. @throws KpiError `bad-option`, `unknown-kpi` */
export function definitionOf(dataset: Dataset, question: KpiQuestion): KpiDefinition {
  checkKpiQuestion(dataset, question);
  const { kpis } = dataset.catalog;
  const kpi = kpis.get(question.kpi);
  if (kpi) return kpi;
  if (!/^\S+$/.test(question.kpi.trim())) throw notOne(question.kpi);
  const ids = [...kpis.keys()];
  const suggestion = alsoCalled.get(question.kpi.toLowerCase().replaceAll('_', '-')) ?? nearest(question.kpi, ids);
  throw new KpiError(
    'unknown-kpi',
    `kpi: there is no "${question.kpi}". ${suggestion ? `Did you mean ${suggestion}?` : `Expected one of ${ids.join(', ')}.`}`,
    { option: 'kpi', value: question.kpi, expected: ids, suggestion },
  );
}

const notOne = (value: string): KpiError =>
  new KpiError(
    'bad-option',
    `kpi: "${value}" is not possible. Expected one id such as net-sales; a kpi-scorecard or a kpi-trend shows several.`,
    { option: 'kpi', value, expected: 'net-sales' },
  );

/**
 * The same for a KPI that a definition declares.
 * @param by the dimension that is meant by the question's
 * @param level from where on a change is called out
 */
export function evaluateDefinition(
  dataset: Dataset,
  kpi: KpiDefinition,
  question: KpiQuestion,
  by = question.by && dimensionOf(dataset, kpi.id, question.by),
  level: Level = onItsOwn,
): KpiResult {
  // An experiment has its comparison in itself.
  const compare = kpi.defaultComparison === 'control' ? 'none' : question.compare;
  const time = timeOf(dataset, { ...question, compare }, kpi.defaultComparison);
  const grain = grainOf(question);
  const selection = selectionOf(dataset, { ...question, by });
  const inUse = kpiInUse(dataset, kpi);
  const isMissing = 'missing' in inUse;
  const measures = isMissing ? [] : inUse.main.resolved.measures;
  const empty = emptyResult(dataset, kpi, selection.by, measures);
  if (!time) return empty;

  const { asOf, calendar } = time;
  const coverage = (of: readonly string[]) => commonCoverage(dataset.sources, of, asOf);
  const { window: asked, compared } = time.windowsFrom(coverage(measures)?.first);
  const { target } = question;
  // The table speaks of the whole shop: what adds up has no target of it for a part.
  const isPart = selection.where.length > 0 && (kpi.acrossPeriods === 'SUM' || kpi.acrossPeriods === 'LAST');
  const set = setTarget(dataset.targets, kpi, asked);
  const asTarget = target === undefined ? set.target : parseTarget(target, kpi, asked, calendar);
  const isOfWhole = asTarget !== undefined && isForWhole(question, kpi);
  const targetValue = isOfWhole || (target === undefined && isPart) ? undefined : asTarget;
  const framed = { ...empty, asOf: time.asOfText, window: describeWindow(asked, dataset.zone) };
  if (isMissing)
    return {
      ...framed,
      ...withoutValue(unlessBare(dataset, [inUse.missing], { code: 'no-data', measure: inUse.missing })),
    };
  if (taxMismatch(dataset, measures)) return { ...framed, ...withoutValue({ code: 'tax-mismatch' }) };

  const context = { ...inUse, dataset, kpi, asOf, calendar, selection, grain, level };
  const { parts, course, missingDays, window, formula } = readKpi(context, asked, compared);
  const { value, reason } = parts;
  const isSum = kpi.acrossPeriods === 'SUM';
  const isUnmatched = isMisspelt(parts.warnings);
  // A sum over a part of the days says nothing of a target for all of them, nor where it leads.
  const lacksDays = isSum && missingDays > 0;
  const isPartial = lacksDays && !isRunning(window);
  const isPaced = value !== undefined && isSum && isRunning(window) && !isUnmatched && !lacksDays;
  const isWhole = selection.where.length === 0 && parts.value !== undefined;
  const daysWithout = target === undefined && !isPart ? set.daysWithout : 0;
  const running = formula.measures.includes('kpisWithTarget') ? runningTargets(dataset.targets, window) : 0;
  const reconciliation = isWhole ? reconcile(dataset, kpi, formula.measures, window, asOf) : [];
  const result = {
    ...framed,
    ...parts,
    reason: reason && unlessBare(dataset, formula.measures, reason),
    reconciliation,
    warnings: [
      ...parts.warnings,
      ...differing(reconciliation),
      ...(grain === 'hour' && parts.grain !== 'hour' ? [{ code: 'hours-unknown' } as const] : []),
      ...(isOfWhole ? [{ code: 'target-of-whole' } as const] : []),
      ...(daysWithout > 0 ? [{ code: 'target-part', count: daysWithout } as const] : []),
      ...(running > 0 ? [{ code: 'targets-running', count: running } as const] : []),
    ],
    formula: formula.text,
    parameters: setParameters(dataset, formula.measures, kpi.formula, asOf),
    inputUnits: unitsOf(formula.measures, dataset.catalog),
    target:
      targetValue === undefined
        ? undefined
        : targetResult(
            targetValue,
            isPartial || isUnmatched ? undefined : value,
            kpi.direction,
            plannedDays(asked),
            isPaced ? readPace(context, value, window) : undefined,
          ),
    benchmark: isPart ? undefined : set.benchmark,
    coverage: coverageOf(dataset, formula.measures, coverage(formula.measures), missingDays),
  };
  return withCourse(result, course);
}

const unitsOf = (names: readonly string[], { measures }: Catalog): KpiResult['inputUnits'] =>
  Object.fromEntries(names.map((name) => [name, measures.get(measureOf(name))!.unit]));

function emptyResult(
  dataset: Dataset,
  kpi: KpiDefinition,
  by: string | undefined,
  measures: readonly string[],
): KpiResult {
  return {
    ...withoutValue(unlessBare(dataset, measures, { code: 'no-data' })),
    kpi: kpi.id,
    unit: kpi.unit,
    better: kpi.direction,
    flow: kpi.acrossPeriods === 'SUM',
    currency: kpi.unit === 'currency' ? dataset.currency : undefined,
    asOf: undefined,
    grain: 'day',
    window: undefined,
    formula: kpi.formula,
    parameters: {},
    inputUnits: unitsOf(measures, dataset.catalog),
    comparisons: [],
    target: undefined,
    series: [],
    by,
    segments: [],
    coverage: coverageOf(dataset, measures),
    reconciliation: [],
    warnings: [],
  };
}
