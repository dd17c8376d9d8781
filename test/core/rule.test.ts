import { describe, expect, it } from 'vitest';
import { parseRule } from '../../src/core/rule.js';

describe('a rule', () => {
  it('compares formulas, changes and parts', () => {
    expect(parseRule('kpi(roas) * 2 >= 1')).toMatchObject({
      kind: 'compare',
      sign: '>=',
      left: { kind: 'formula', formula: { kind: 'operation', operator: '*', left: { kind: 'kpi', id: 'roas' } } },
      right: { kind: 'formula', formula: { kind: 'number', value: 1 } },
    });
    expect(parseRule('change(kpi(return-rate)) > 0')).toMatchObject({
      left: { kind: 'change', kpi: 'return-rate' },
      sign: '>',
    });
    expect(parseRule("where(kpi(roas), device = 'mobile', channel = 'paid search') < 1")).toMatchObject({
      left: { kind: 'where', kpi: 'roas', where: { device: 'mobile', channel: 'paid search' } },
    });
  });

  it('joins "and" more closely than "or"', () => {
    expect(parseRule('a > 0 or b > 0 and c > 0')).toMatchObject({
      kind: 'or',
      left: { kind: 'compare' },
      right: { kind: 'and' },
    });
  });

  it.each([
    ['kpi(roas)', 'found the end at character 10'],
    ['kpi(roas) > ', 'found the end at character 13'],
    ['change(roas) > 0', 'found ( at character 7'],
    ['a > 0 and', 'found the end at character 10'],
    ['a > 0 b', 'found b at character 7. Expected "and", "or" or the end'],
    [
      'where(kpi(roas), device = mobile) > 0',
      "found m at character 27. Expected a value in single quotes, such as 'email'",
    ],
  ])('%s is refused where it goes wrong', (text, message) => {
    expect(() => parseRule(text)).toThrow(message);
  });
});
