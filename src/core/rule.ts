import type { Formula } from './formula.js';
import { readFormula } from './formula.js';
import { remember } from './remember.js';
import { Scanner } from './scanner.js';

/**
 * What is held between figures. The language: `rule := all {'or' all} ; all := comparison {'and' comparison} ;
 * comparison := side ('<' | '<=' | '>' | '>=' | '=') side ; side := 'change(kpi(' id '))' |
 * 'where(kpi(' id ')' {',' dimension '=' "'" value "'"} ')' | formula`.
 */
export type Rule = RuleComparison | { readonly kind: 'and' | 'or'; readonly left: Rule; readonly right: Rule };

export interface RuleComparison {
  readonly kind: 'compare';
  readonly sign: RuleSign;
  readonly left: RuleSide;
  readonly right: RuleSide;
}

const signs = ['<=', '>=', '<', '>', '='] as const;
export type RuleSign = (typeof signs)[number];

export type RuleSide =
  | { readonly kind: 'formula'; readonly formula: Formula }
  /** A KPI's relative change; 0 where it may be chance. */
  | { readonly kind: 'change'; readonly kpi: string }
  /** A KPI of a part of the rows. */
  | { readonly kind: 'where'; readonly kpi: string; readonly where: Readonly<Record<string, string>> };

const parsed = new Map<string, Rule>();

/** Reads a rule, once per text. @throws KpiError `bad-formula`, which points at the character */
export const parseRule = (text: string): Rule =>
  remember(parsed, text, () => {
    const scanner = new Scanner('rule', text);
    const rule = readChain(scanner, 'or', () => readChain(scanner, 'and', () => readComparison(scanner)));
    scanner.end('"and", "or" or the end');
    return rule;
  });

/** The sides of all of a rule's comparisons, in the order of its text. */
export const sidesOf = (rule: Rule): RuleSide[] =>
  rule.kind === 'compare' ? [rule.left, rule.right] : [...sidesOf(rule.left), ...sidesOf(rule.right)];

function readChain(scanner: Scanner, kind: 'and' | 'or', operand: () => Rule): Rule {
  let left = operand();
  while (scanner.match(kind === 'and' ? /and\b/y : /or\b/y)) left = { kind, left, right: operand() };
  return left;
}

function readComparison(scanner: Scanner): RuleComparison {
  const left = readSide(scanner);
  const sign = scanner.take(...signs) ?? scanner.fail(`an operator or one of ${signs.join(' ')}`);
  return { kind: 'compare', sign, left, right: readSide(scanner) };
}

function readSide(scanner: Scanner): RuleSide {
  const call = scanner.match(/(change|where) *\( *kpi *\(/y);
  if (!call) return { kind: 'formula', formula: readFormula(scanner) };
  const kpi = scanner.match(/[A-Za-z][\w-]*/y) ?? scanner.fail('an id');
  scanner.require(')');
  const where: Record<string, string> = {};
  if (call.startsWith('where'))
    while (scanner.take(',')) {
      const dimension = scanner.match(/[A-Za-z]\w*/y) ?? scanner.fail('a dimension');
      scanner.require('=');
      where[dimension] = (scanner.match(/'[^']*'/y) ?? scanner.fail("a value in single quotes, such as 'email'")).slice(
        1,
        -1,
      );
    }
  scanner.require(')');
  return call.startsWith('where') ? { kind: 'where', kpi, where } : { kind: 'change', kpi };
}
