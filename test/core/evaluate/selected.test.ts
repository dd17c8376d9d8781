import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';

const order = (orderId: string, placedAt: string, grossSales: number, channel: string) => ({
  ...{ orderId, placedAt, grossSales, channel },
});
const session = (sessionId: string, channel: string, purchased: boolean) => ({
  ...{ sessionId, channel, purchased, startedAt: '2026-03-02T10:00:00Z' },
});
const dataset = createDataset(
  {
    orders: [
      order('1', '2026-03-01T10:00:00Z', 300, 'email'),
      order('2', '2026-03-02T10:00:00Z', 100, 'email'),
      order('3', '2026-03-31T10:00:00Z', 600, 'direct'),
    ],
    sessions: [session('a', 'email', true), session('b', 'email', false), session('c', 'direct', true)],
  },
  { timeZone: 'UTC', currency: 'DKK', asOf: '2026-03-31' },
);
const ask = (question: KpiQuestion) =>
  evaluateKpi(dataset, { period: '2026-03-01/2026-03-31', compare: 'none', ...question });
const codes = (question: KpiQuestion) => ask(question).warnings.map(({ code }) => code);

describe('a target that was set for the whole', () => {
  const sum = { kpi: 'net-sales', target: 900 };
  const selected = { selectedWhere: [{ channel: 'email' }] };
  const days = { period: '2026-03-01/2026-03-02', selectedDays: true };

  test('is none for a part of a sum, and that is said', () => {
    expect(ask(sum).target).toMatchObject({ value: 900, reached: true });
    for (const part of [selected, days]) {
      const result = ask({ ...sum, ...part });
      expect([result.value, result.target]).toEqual([400, undefined]);
      expect(result.warnings).toContainEqual({ code: 'target-of-whole' });
    }
    expect(codes({ ...sum, ...selected, target: undefined })).not.toContain('target-of-whole');
  });

  test('holds for what a page filters by itself', () => {
    const result = ask({ ...sum, where: 'channel=email' });
    expect(result.target).toMatchObject({ value: 900, reached: false });
    expect(codes({ ...sum, where: 'channel=email' })).not.toContain('target-of-whole');
  });

  test('of so much a month is so much for selected days too, but for no part of the rows', () => {
    // 9,300 in March are 300 a day.
    expect(ask({ ...sum, ...days, target: '9300/month' }).target?.value).toBe(600);
    expect(ask({ ...sum, ...selected, target: '9300/month' }).target).toBeUndefined();
  });

  test('of a rate holds for its parts', () => {
    for (const part of [selected, days]) {
      const result = ask({ kpi: 'conversion-rate', target: '40%', ...part });
      expect(result.target?.value).toBe(0.4);
      expect(result.warnings).not.toContainEqual({ code: 'target-of-whole' });
    }
  });

  test('is checked all the same', () => {
    expect(() => ask({ ...sum, ...selected, target: '3.5%' })).toThrow(expect.objectContaining({ code: 'bad-option' }));
  });
});

describe('what a person selects', () => {
  test('narrows what the page filters by', () => {
    expect(ask({ kpi: 'order-count', selectedWhere: [{ channel: 'email' }] }).value).toBe(2);
    const both = { where: 'channel=email', selectedWhere: [{ channel: 'direct' }] };
    expect(ask({ kpi: 'order-count', ...both }).value).toBe(0);
  });

  test('is not taken for a slip of the pen where it meets nothing', () => {
    expect(ask({ kpi: 'order-count', where: 'channel=Email' }).warnings).toContainEqual({
      code: 'no-match',
      condition: 'channel=Email',
    });
    const selected = ask({ kpi: 'order-count', where: 'channel=direct', selectedWhere: [{ channel: 'sms' }] });
    expect(selected.warnings).toContainEqual({ code: 'no-match-selected', condition: 'channel=sms' });
    expect(selected.warnings.map(({ code }) => code)).not.toContain('no-match');
  });

  test('is judged where it meets nothing, and a slip of the pen is not', () => {
    const halves = { period: '2026-03-16/2026-03-31', compare: '2026-03-01/2026-03-15' };
    const asked = { kpi: 'order-count', ...halves };
    const selected = ask({ ...asked, selectedWhere: [{ channel: 'sms' }] });
    expect(selected).toMatchObject({ value: 0, comparisons: [{ value: 0, change: { absolute: 0 } }] });
    const written = ask({ ...asked, target: 5, where: 'channel=Email' });
    expect(written).toMatchObject({ value: 0, comparisons: [], target: { value: 5, reached: undefined } });
    // A part that had orders only in one of the windows is no slip.
    const email = ask({ ...asked, target: 5, where: 'channel=email' });
    expect(email).toMatchObject({ value: 0, comparisons: [{ value: 2 }], target: { reached: false } });
    expect(email.warnings.map(({ code }) => code)).not.toContain('no-match');
  });

  test('leads nowhere in a running month where it is a slip of the pen', () => {
    const running = { kpi: 'order-count', period: 'this-month', asOf: '2026-03-20', target: 5 };
    expect(ask({ ...running, where: 'channel=email' }).target?.pace).toBeGreaterThan(2);
    expect(ask({ ...running, where: 'channel=Email' }).target).toMatchObject({ reached: undefined, pace: undefined });
  });
});
