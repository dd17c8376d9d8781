import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/core/catalog/rules.js';
import { parseRule } from '../../../src/core/rule.js';
import written from './rules.json' with { type: 'json' };

describe('the rules', () => {
  it('are those of the catalogue, word for word', () => {
    const declared = rules.map(({ id, kind, level, expression }) => ({ id, kind, level, expression }));
    expect(declared).toEqual(written);
  });

  it.each(rules)('$id can be read', ({ expression, onlyIf }) => {
    expect(() => [parseRule(expression), onlyIf && parseRule(onlyIf)]).not.toThrow();
  });
});
