/**
 * Google Analytics 4: answers of the Data API's `runReport`, a row a day and segment.
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | `date` | `date` | needed |
 * | `deviceCategory`, `sessionDefaultChannelGroup`, `countryId`, `sessionSource`, … | `device`, `channel`, `country`, `source`, … | |
 * | other dimensions of a visit (`hour`, `city`, …) | – | their rows add up |
 * | `sessions`, `engagedSessions`, `totalUsers` | `sessions`, `engagedSessions`, `visitors` | visitors of several rows are not added |
 * | `transactions` or `ecommercePurchases`, `itemsPurchased` | `orders`, `unitsSold` | |
 * | `grossPurchaseRevenue`, or `purchaseRevenue` + `refundAmount`, − `taxAmount` − `shippingAmount` | `orderRevenue` | none where tax and shipping are not in the report |
 * | `advertiserAdCost`, `advertiserAdClicks`, `advertiserAdImpressions` | `adCost`, `adClicks`, `adImpressions` | |
 * | `metadata.timeZone`, `metadata.currencyCode` | `timeZone`, `currency` | |
 *
 * Refused: fewer rows than `rowCount`, several date ranges, and dimensions of an event (`pagePath`, `eventName`, …), by
 * which a visit counts several times. Noted: samples, withheld rows, values summed up as “(other)”. Ratios are never
 * taken. https://developers.google.com/analytics/devguides/reporting/data/v1/rest/v1beta/properties/runReport
 */
import type { DataNote } from '../../core/dataset/input.js';
import { addDecimals } from '../../core/decimal.js';
import { note } from '../note.js';
import type { Answer, Reading, Row } from './answer.js';

const metrics: Readonly<Record<string, string>> = {
  sessions: 'sessions',
  engagedSessions: 'engagedSessions',
  totalUsers: 'visitors',
  transactions: 'orders',
  ecommercePurchases: 'orders',
  itemsPurchased: 'unitsSold',
  advertiserAdCost: 'adCost',
  advertiserAdClicks: 'adClicks',
  advertiserAdImpressions: 'adImpressions',
};

const dimensions: Readonly<Record<string, string>> = {
  deviceCategory: 'device',
  sessionDefaultChannelGroup: 'channel',
  sessionPrimaryChannelGroup: 'channel',
  countryId: 'country',
  sessionSource: 'source',
  sessionMedium: 'medium',
  sessionCampaignName: 'campaign',
  landingPage: 'landingPage',
};

const ofVisits =
  /^(date|hour|day|week|month|year|nth|iso|session|firstUser|newVs|landing|device|platform|browser|operating|mobile|screenRes|language|country|region|city|continent)/;

export function read(answer: Answer): Reading {
  const named = (list: string) => answer.list(list).map((header) => header.text('name') ?? '');
  const [dimensionNames, metricNames] = [named('dimensionHeaders'), named('metricHeaders')];
  const rows = answer.list('rows');
  if (!dimensionNames.includes('date')) throw answer.unlike('a report with the dimension date');
  const stray = dimensionNames.find((name) => !ofVisits.test(name) || name === 'dateRange');
  if (stray !== undefined)
    throw answer.unlike(`a report without the dimension ${stray}, by which a visit counts several times`);
  const readable = metricNames.filter((name) => Object.hasOwn(metrics, name));
  const hasRevenue = sums(metricNames);
  if (readable.length === 0 && !hasRevenue)
    throw answer.unlike(`a report with metrics such as ${Object.keys(metrics).join(', ')}`);
  const total = answer.number('rowCount') ?? rows.length;
  if (total > rows.length) throw answer.incomplete(`${rows.length} of ${total} rows; ask with a larger limit.`);
  return {
    declared: { currency: answer.text('metadata.currencyCode'), timeZone: answer.text('metadata.timeZone') },
    tables: { dailyMeasures: rows.map(rowOf) },
    notes: notesOn(answer),
  };

  function rowOf(row: Answer): Row {
    const dimension = (name: string) => row.at(`dimensionValues.${dimensionNames.indexOf(name)}`);
    const metric = (name: string) => row.number(`metricValues.${metricNames.indexOf(name)}.value`);
    const read: Record<string, unknown> = {
      date: dimension('date')
        .text('value')
        ?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
    };
    for (const name of dimensionNames) {
      const field = dimensions[name];
      const value = dimension(name);
      if (field === 'device') read[field] = value.device('value');
      else if (field === 'channel') read[field] = value.channel('value');
      // An empty cell would be the total of all.
      else if (field) read[field] = value.text('value') ?? '(not set)';
    }
    for (const name of readable) read[metrics[name]!] = metric(name);
    if (hasRevenue) {
      const parts = hasRevenue.map(([name, sign]) => sign * (metric(name) ?? NaN));
      read['orderRevenue'] = parts.reduce(addDecimals, 0);
    }
    return read;
  }
}

/** What makes sales before refunds, without tax and shipping, where all of it is there. */
function sums(names: readonly string[]): readonly (readonly [string, 1 | -1])[] | undefined {
  const sales = names.includes('grossPurchaseRevenue') ? ['grossPurchaseRevenue'] : ['purchaseRevenue', 'refundAmount'];
  const besides = ['taxAmount', 'shippingAmount'];
  if (![...sales, ...besides].every((name) => names.includes(name))) return undefined;
  return [...sales.map((name) => [name, 1] as const), ...besides.map((name) => [name, -1] as const)];
}

function notesOn(answer: Answer): readonly DataNote[] {
  const notes: DataNote[] = [];
  const sample = answer.at('metadata.samplingMetadatas.0');
  if (answer.list('metadata.samplingMetadatas').length > 0) {
    const [read, total] = [sample.number('samplesReadCount'), sample.number('samplingSpaceSize')];
    const message = `Google Analytics made the figures of a sample: ${read ?? '?'} of ${total ?? '?'} events.`;
    notes.push(note('sampled', message, { read, total }));
  }
  if (answer.is('metadata.subjectToThresholding')) {
    notes.push(note('rows-withheld', 'Google Analytics withholds rows of few people: sums are too low.'));
  }
  if (answer.is('metadata.dataLossFromOtherRow')) {
    notes.push(note('rest-as-other', 'Google Analytics sums rare values up as (other).'));
  }
  return notes;
}
