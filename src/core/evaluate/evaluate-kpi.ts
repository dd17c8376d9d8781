import type { KpiDefinition } from '../catalog/definition.js';
import { kpiCatalog } from '../catalog/kpis.js';
import { measures as measureCatalog } from '../catalog/measures.js';
import type { Dataset } from '../dataset/dataset.js';
import { KpiError } from '../error.js';
import { nearest } from '../nearest.js';
import { comparisonWindow } from '../time/comparison.js';
import { resolvePeriod } from '../time/period.js';
import { describeWindow } from '../time/window.js';
import { coverageOf } from './coverage.js';
import { FormulaInUse, resolveIn } from './formula-in-use.js';
import { asOfOf, asOfText, calendarOf, checkKpiQuestion, comparisonNames, grainOf, selectionOf } from './plan.js';
import type { KpiQuestion } from './question.js';
import { Reader } from './reader.js';
import type { KpiResult } from './result.js';
import { targetResult } from './target-result.js';
import { paceOf, parseTarget } from './target.js';
import { withoutValue } from './figure.js';
import { commonCoverage } from './feed.js';

/**
 * Answers one question about one KPI of the catalogue.
 * @throws KpiError `unknown-kpi`, `bad-option`, `bad-period`, `bad-date`, `as-of-required`: a question that cannot be
 * asked. What the data cannot answer is no error: the result has a `reason` in place of a `value`.
 */
export function evaluateKpi(dataset: Dataset, question: KpiQuestion): KpiResult {
  checkKpiQuestion(dataset, question);
  const kpi = kpiCatalog.get(question.kpi);
  if (kpi) return evaluateDefinition(dataset, kpi, question);
  const ids = [...kpiCatalog.keys()];
  const suggestion = nearest(question.kpi, ids);
  throw new KpiError(
    'unknown-kpi',
    `kpi: there is no "${question.kpi}".${suggestion ? ` Did you mean ${suggestion}?` : ''} Expected one of ${ids.join(', ')}.`,
    { option: 'kpi', value: question.kpi, expected: ids, suggestion },
  );
}

/** The same for a KPI that a definition declares. */
export function evaluateDefinition(dataset: Dataset, kpi: KpiDefinition, question: KpiQuestion): KpiResult {
  const calendar = calendarOf(question);
  const asked = {
    grain: grainOf(question),
    selection: selectionOf(question),
    names: comparisonNames(question, kpi.defaultComparison),
  };
  const asOf = asOfOf(question, dataset);
  const resolved = resolveIn(dataset, kpi);
  const measures = 'missing' in resolved ? [] : resolved.measures;
  const empty = emptyResult(dataset, kpi, question, measures);
  if (!asOf) return empty;

  const covered = commonCoverage(dataset.sources, measures, asOf);
  const period = resolvePeriod(question.period ?? 'last-28-days', asOf, calendar, covered?.first ?? asOf.day);
  const names = period.comparable ? asked.names : [];
  const targetValue =
    question.target === undefined ? undefined : parseTarget(question.target, kpi, period.window, calendar);
  const framed = {
    ...empty,
    asOf: asOfText(asOf, question, dataset),
    window: describeWindow(period.window, dataset.zone),
  };
  const windows = names.map((name) => ({ name, window: comparisonWindow(name, period, asOf, calendar, dataset.zone) }));
  if ('missing' in resolved) return { ...framed, ...withoutValue({ code: 'no-data', measure: resolved.missing }) };

  const main = new FormulaInUse(dataset, kpi, resolved);
  const reader = new Reader({ dataset, kpi, main, asOf, calendar, selection: asked.selection, grain: asked.grain });
  const { parts, missingDays, window, formula } = reader.read(period.window, windows);
  const pace = paceOf(parts.value, kpi, window, dataset.zone);
  return {
    ...framed,
    ...parts,
    formula: formula.text,
    inputUnits: unitsOf(formula.measures),
    target: targetValue === undefined ? undefined : targetResult(targetValue, parts.value, kpi.direction, pace),
    coverage: coverageOf(
      dataset,
      formula.measures,
      commonCoverage(dataset.sources, formula.measures, asOf),
      missingDays,
    ),
  };
}

const unitsOf = (names: readonly string[]): KpiResult['inputUnits'] =>
  Object.fromEntries(names.map((name) => [name, measureCatalog.get(name)!.unit]));

function emptyResult(
  dataset: Dataset,
  kpi: KpiDefinition,
  question: KpiQuestion,
  measures: readonly string[],
): KpiResult {
  return {
    ...withoutValue({ code: 'no-data' }),
    kpi: kpi.id,
    unit: kpi.unit,
    better: kpi.direction,
    flow: kpi.acrossPeriods === 'SUM',
    currency: kpi.unit === 'currency' ? dataset.currency : undefined,
    asOf: undefined,
    grain: 'day',
    window: undefined,
    formula: kpi.formula,
    inputUnits: unitsOf(measures),
    comparisons: [],
    target: undefined,
    series: [],
    by: question.by,
    segments: [],
    coverage: coverageOf(dataset, measures, undefined, 0),
    warnings: [],
  };
}
