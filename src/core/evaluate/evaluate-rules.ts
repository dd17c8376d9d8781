import type { KpiDefinition, MeasureDefinition, Unit } from '../catalog/definition.js';
import type { RuleDefinition } from '../catalog/rules.js';
import { rules as catalogRules } from '../catalog/rules.js';
import type { Dataset } from '../dataset/dataset.js';
import { mapLeaves } from '../formula.js';
import { remember } from '../remember.js';
import type { RuleSide, RuleSign } from '../rule.js';
import { parseRule, sidesOf } from '../rule.js';
import type { Rule } from '../rule.js';
import { checkKpiQuestion } from './plan.js';
import { evaluateDefinition } from './evaluate-kpi.js';
import { valueOf } from './figure.js';
import type { Question } from './question.js';
import type { Comparison, KpiResult } from './result.js';
import { isDefinition } from './standing.js';
import { amongMany } from './verdict.js';

/** What rules are asked: a question without a split. */
export type RulesQuestion = Omit<Question, 'by' | 'grain'>;

/** A rule that fired, with the figures that made it. */
export interface FiredRule extends Pick<RuleDefinition, 'id' | 'kind' | 'level'> {
  /** In the order of the rule's text, each once. */
  readonly figures: readonly RuleFigure[];
}

export interface RuleFigure {
  /** Of a KPI, or of a measure. */
  readonly id: string;
  readonly isMeasure: boolean;
  readonly unit: Unit;
  readonly currency: string | undefined;
  /** A change as a fraction of what it is compared with: 0.12 for a rise by 12 %. */
  readonly value: number;
  readonly isChange: boolean;
  /** Of a change how much, in the unit. */
  readonly difference: number | undefined;
  /** The part of the rows that it is about. */
  readonly where: Readonly<Record<string, string>> | undefined;
}

/**
 * The rules that fire, the most serious first. One that lacks a figure, or whose figure means something else than the
 * rule does, is not evaluated. A change counts where its test says p < 0.01 (of what is counted in full: from 5 % on).
 *
 * @throws KpiError as `evaluateKpi`
 */
export function evaluateRules(
  dataset: Dataset,
  question: RulesQuestion,
  rules: readonly RuleDefinition[] = catalogRules,
): FiredRule[] {
  const read = figureReader(dataset, question);
  const fired = rules.flatMap(({ id, kind, level, expression, onlyIf }): FiredRule[] => {
    const rule = parseRule(expression);
    const figures = new Map<string, RuleFigure>();
    if (onlyIf !== undefined && holds(parseRule(onlyIf), (side) => sideOf(side, read)) !== true) return [];
    const isTrue = holds(rule, (side) => sideOf(side, read, figures));
    if (isTrue === undefined || isTrue !== (kind === 'diagnosis')) return [];
    return [{ id, kind, level, figures: [...figures.values()] }];
  });
  return fired.sort((a, b) => severity.indexOf(a.level) - severity.indexOf(b.level));
}

const severity: readonly RuleDefinition['level'][] = ['critical', 'error', 'warning', 'info'];

/** The rules that speak of one of these KPIs or measures. */
export const rulesAbout = (ids: readonly string[]): RuleDefinition[] =>
  catalogRules.filter((rule) => idsOf(rule).some((id) => ids.includes(id)));

/** Those of which one of these is the subject, which is what a rule names first: each belongs beside one figure. */
export const rulesOn = (ids: readonly string[]): RuleDefinition[] =>
  catalogRules.filter((rule) => ids.includes(idsOf(rule)[0]!));

/** The KPIs and measures that a rule reads, in the order of its text; worked out once, for all widgets that ask. */
const idsOf = (rule: RuleDefinition): readonly string[] =>
  remember(readBy, rule, () => idsIn(parseRule(rule.expression)));
const readBy = new WeakMap<RuleDefinition, readonly string[]>();

function idsIn(rule: Rule): string[] {
  return sidesOf(rule).flatMap((side) => {
    if (side.kind !== 'formula') return side.kpi;
    const ids: string[] = [];
    mapLeaves(side.formula, (leaf) => {
      if (leaf.kind === 'kpi') ids.push(leaf.id);
      if (leaf.kind === 'name') ids.push(leaf.name);
      return leaf;
    });
    return ids;
  });
}

type Read = (
  id: string,
  what: 'kpi' | 'measure' | 'change',
  where?: Readonly<Record<string, string>>,
) => RuleFigure | undefined;

/** Reads figures for rules, each once. */
function figureReader(dataset: Dataset, question: RulesQuestion): Read {
  const results = new Map<string, KpiResult | undefined>();
  const resultOf = (id: string, isMeasure: boolean, where: Readonly<Record<string, string>> | undefined) => {
    const key = JSON.stringify([id, isMeasure, where]);
    if (!results.has(key)) {
      const definition = isMeasure ? ofMeasure(dataset.catalog.measures.get(id)) : dataset.catalog.kpis.get(id);
      const asked = { ...question, kpi: id, where: [question.where ?? [], where ?? []].flat() };
      checkKpiQuestion(dataset, asked);
      results.set(key, definition && evaluateDefinition(dataset, definition, asked, undefined, amongMany));
    }
    return results.get(key);
  };
  return (id, what, where) => {
    const isMeasure = what === 'measure';
    const isChange = what === 'change';
    const result = resultOf(id, isMeasure, where);
    const change = isChange ? changeOf(result) : undefined;
    const value = isChange ? change?.relative : result?.value;
    if (!result || value === undefined || (!isChange && meansSomethingElse(result))) return undefined;
    const { unit, currency } = result;
    return { id, isMeasure, unit, currency, value, isChange, difference: change?.absolute, where };
  };
}

/** Ad spend without agencies and salaries is too low, not another thing: what fires with it fires all the more without. */
const meansSomethingElse = ({ warnings }: KpiResult): boolean =>
  warnings.some((warning) => isDefinition(warning) && warning.code !== 'media-only');

/** One that may be chance is none. */
function changeOf(result: KpiResult | undefined): Comparison['change'] {
  const [comparison] = result?.comparisons ?? [];
  if (!comparison?.change) return undefined;
  return comparison.evidence === 'significant' ? comparison.change : { absolute: 0, relative: 0 };
}

/** A measure, read like a KPI that is nothing but it. */
const ofMeasure = (measure: MeasureDefinition | undefined): KpiDefinition | undefined =>
  measure && {
    id: measure.id,
    group: '',
    unit: measure.unit === 'ms' || measure.unit === 'square' ? 'count' : measure.unit,
    direction: 'neutral',
    formula: measure.id,
    acrossPeriods: 'SUM',
    defaultComparison: 'previous-period',
    test: 'none',
  };

/** What a side of a comparison comes to; undefined where a figure is missing. */
function sideOf(side: RuleSide, read: Read, figures?: Map<string, RuleFigure>): number | undefined {
  const note = (figure: RuleFigure | undefined): number | undefined => {
    if (figure) figures?.set(JSON.stringify([figure.id, figure.isChange, figure.where]), figure);
    return figure?.value;
  };
  if (side.kind === 'change') return note(read(side.kpi, 'change'));
  if (side.kind === 'where') return note(read(side.kpi, 'kpi', side.where));
  const worth = mapLeaves(side.formula, (leaf) => {
    if (leaf.kind !== 'kpi' && leaf.kind !== 'name') return leaf;
    const value = note('name' in leaf ? read(leaf.name, 'measure') : read(leaf.id, 'kpi'));
    return value === undefined ? undefined : { kind: 'number', value };
  });
  const value = worth && valueOf(worth, {});
  return Number.isFinite(value) ? value : undefined;
}

/** Whether a rule holds; undefined where a figure that it needs is missing. */
function holds(rule: Rule, worth: (side: RuleSide) => number | undefined): boolean | undefined {
  if (rule.kind === 'compare') {
    const [left, right] = [worth(rule.left), worth(rule.right)];
    return left === undefined || right === undefined ? undefined : compare[rule.sign](left, right);
  }
  const [left, right] = [holds(rule.left, worth), holds(rule.right, worth)];
  if (left === undefined || right === undefined) return undefined;
  return rule.kind === 'and' ? left && right : left || right;
}

/** Sums of money differ by rounding alone. */
const isSame = (left: number, right: number): boolean =>
  Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right));

const compare: Readonly<Record<RuleSign, (left: number, right: number) => boolean>> = {
  '=': isSame,
  '<': (left, right) => left < right && !isSame(left, right),
  '>': (left, right) => left > right && !isSame(left, right),
  '<=': (left, right) => left <= right || isSame(left, right),
  '>=': (left, right) => left >= right || isSame(left, right),
};
