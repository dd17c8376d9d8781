/**
 * Chrome UX Report: answers of `queryRecord` and `queryHistoryRecord`.
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | `largest_contentful_paint` `p75` | `lcpMsP75` | milliseconds; of the 28 days that end with the date |
 * | the last day of `collectionPeriod` | `date` | |
 * | `key.formFactor` | `device` | `PHONE` is mobile; none: all devices |
 *
 * Windows overlap: a value is right for its own date, and no mean is taken of several. Dropped: all other metrics, which no
 * measure has. https://developer.chrome.com/docs/crux/api
 */
import type { Answer, Reading, Row } from './answer.js';

export function read(answer: Answer): Reading {
  const record = answer.at('record');
  const lcp = record.at('metrics.largest_contentful_paint');
  const device = record.device('key.formFactor');
  const rowOf = (period: Answer, value: Answer | undefined): Row => {
    const [year, month, day] = ['year', 'month', 'day'].map((part) =>
      period.text(`lastDate.${part}`)?.padStart(2, '0'),
    );
    return { date: `${year}-${month}-${day}`, device, lcpMsP75: value?.number() };
  };
  if (lcp.isList('percentilesTimeseries.p75s')) {
    const values = lcp.list('percentilesTimeseries.p75s');
    const rows = record.list('collectionPeriods').map((period, index) => rowOf(period, values[index]));
    return { tables: { dailyMeasures: rows.filter(({ lcpMsP75 }) => lcpMsP75 !== undefined) } };
  }
  if (!lcp.has('percentiles.p75') || !record.has('collectionPeriod.lastDate')) {
    throw answer.unlike('a record with largest_contentful_paint and a collectionPeriod');
  }
  return { tables: { dailyMeasures: [rowOf(record.at('collectionPeriod'), lcp.at('percentiles.p75'))] } };
}
