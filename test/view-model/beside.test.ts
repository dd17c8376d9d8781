import { describe, expect, it } from 'vitest';
import { createDataset } from '../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import type { KpiResult } from '../../src/core/evaluate/result.js';
import { besideSeries } from '../../src/view-model/beside.js';
import { csvOf } from '../../src/view-model/csv.js';
import { periodLines } from '../../src/view-model/lines.js';
import { wordsIn } from './languages.js';

/** As many orders in each hour of the wall as its number says, on the days around both changes of the clock. */
function ask(shown: string, compared: string): KpiResult {
  const instants = [Date.parse('2026-03-27T23:00Z'), Date.parse('2026-10-23T22:00Z')].flatMap((from) =>
    Array.from({ length: 96 }, (_, hour) => new Date(from + hour * 3_600_000)),
  );
  const wall = new Intl.DateTimeFormat('en-u-hc-h23', { timeZone: 'Europe/Copenhagen', hour: 'numeric' });
  const orders = instants.flatMap((at) =>
    Array.from({ length: Number(wall.format(at)) }, (_, nth) => ({
      ...{ orderId: `${at.getTime()} ${nth}`, placedAt: at.toISOString(), grossSales: 1 },
    })),
  );
  const dataset = createDataset({ orders }, { timeZone: 'Europe/Copenhagen', asOf: '2026-12-31' });
  return evaluateKpi(dataset, {
    ...{ kpi: 'order-count', period: `${shown}/${shown}`, compare: `${compared}/${compared}` },
  });
}
const [plain, short, long] = ['2026-03-28', '2026-03-29', '2026-10-25'] as const;
/** The hour of each shown point, and that of the point beside it; `-` for a gap. */
const pairs = (result: KpiResult): string[] =>
  besideSeries(result.comparisons[0]!, result).map(
    ({ start, value }, index) =>
      `${result.series[index]!.start.slice(11, 13)} ${value === undefined ? '-' : start.slice(11)}`,
  );

describe('hours stand beside those of another day by the clock on the wall', () => {
  it('of 24 hours each', () => {
    const found = pairs(ask(plain, '2026-10-26'));
    expect(found).toHaveLength(24);
    expect([found[0], found[2], found[23]]).toEqual(['00 00:00', '02 02:00', '23 23:00']);
  });

  it('a day without 02:00 passes it over', () => {
    expect(pairs(ask(short, plain)).slice(0, 4)).toEqual(['00 00:00', '01 01:00', '03 03:00', '04 04:00']);
  });

  it('beside a day without 02:00 there is a gap', () => {
    expect(pairs(ask(plain, short)).slice(0, 4)).toEqual(['00 00:00', '01 01:00', '02 -', '03 03:00']);
  });

  it('both hours at 02:00 of a long day meet the only one of another', () => {
    expect(pairs(ask(long, plain)).slice(1, 5)).toEqual(['01 01:00', '02 02:00', '02 02:00', '03 03:00']);
  });

  it('the only hour at 02:00 meets the first of a long day', () => {
    expect(pairs(ask(plain, long)).slice(1, 4)).toEqual(['01 01:00', '02 02:00+02:00', '03 03:00']);
  });

  it('in lines and in CSV alike: an hour stands beside itself, whatever the clocks did', async () => {
    const result = ask(short, long);
    const [current, before] = periodLines(result, await wordsIn('en'));
    expect(current!.course.values).toEqual(before!.course.values);
    const rows = csvOf(result).trim().split('\r\n');
    expect(rows).toHaveLength(24);
    expect(rows[0]).toBe(
      'start,end,complete,order-count,2026-10-25/2026-10-25 start,2026-10-25/2026-10-25 end,2026-10-25/2026-10-25',
    );
    expect(rows[3]).toBe('2026-03-29T03:00,2026-03-29T03:59,true,3,2026-10-25T03:00,2026-10-25T03:59,3');
  });
});
