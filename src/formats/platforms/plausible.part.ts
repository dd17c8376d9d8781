/**
 * Plausible: answers of the Stats API, version 2 by `time:day`, and timeseries of version 1.
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | `time:day`, v1 `date` | `date` | needed |
 * | `visits`, `visitors` | `sessions`, `visitors` | visitors of several rows are not added |
 * | `visit:device`, `visit:channel`, `visit:country`, `visit:source`, `visit:utm_medium`, `visit:utm_campaign`, `visit:entry_page` | `device`, `channel`, `country`, `source`, `medium`, `campaign`, `landingPage` | |
 * | `query.date_range` | `coverage` | a day without a row had no visits |
 *
 * Refused: a page of the rows (`meta.total_rows`, `pagination`), hours and months, dimensions of an event. Dropped:
 * ratios such as `bounce_rate`, and goal revenue, of which Plausible does not say whether it includes tax.
 * https://plausible.io/docs/stats-api
 */
import type { Answer, Reading, Row } from './answer.js';

const metrics: Readonly<Record<string, string>> = { visits: 'sessions', visitors: 'visitors' };

const dimensions: Readonly<Record<string, string>> = {
  'time:day': 'date',
  'visit:device': 'device',
  'visit:channel': 'channel',
  'visit:country': 'country',
  'visit:source': 'source',
  'visit:utm_medium': 'medium',
  'visit:utm_campaign': 'campaign',
  'visit:entry_page': 'landingPage',
};

/** As many rows as version 2 gives where no limit is set. */
const pageSize = 10_000;

export function read(answer: Answer): Reading {
  if (answer.has('query')) return readSecond(answer);
  const days = answer.list('results');
  if (days.length > 0 && days.every((day) => day.has('date'))) return readFirst(answer, days);
  throw answer.unlike('results by day: the dimension time:day, or version 1 a timeseries');
}

function readSecond(answer: Answer): Reading {
  const names = (list: string) => answer.list(`query.${list}`).map((name) => name.text() ?? '');
  const [dimensionNames, metricNames] = [names('dimensions'), names('metrics')];
  const stray = dimensionNames.find((name) => !Object.hasOwn(dimensions, name));
  if (!dimensionNames.includes('time:day')) throw answer.unlike('results with the dimension time:day');
  if (stray !== undefined) throw answer.unlike(`results without the dimension ${stray}`);
  if (!metricNames.some((name) => Object.hasOwn(metrics, name))) throw answer.unlike('the metrics visits or visitors');
  const rows = answer.list('results');
  const total = answer.number('meta.total_rows');
  const isCut =
    total === undefined ? rows.length >= (answer.number('query.pagination.limit') ?? pageSize) : total > rows.length;
  if (isCut || answer.number('query.pagination.offset')) {
    throw answer.incomplete(
      `${rows.length} rows of ${total ?? 'perhaps more'}; ask with a larger limit and no offset.`,
    );
  }
  const [from, to] = [0, 1].map((edge) => answer.text(`query.date_range.${edge}`)?.slice(0, 10));
  const rowOf = (row: Answer): Row => {
    const read: Record<string, unknown> = {};
    dimensionNames.forEach((name, index) => {
      const field = dimensions[name]!;
      const path = `dimensions.${index}`;
      if (field === 'device') read[field] = row.device(path);
      else if (field === 'channel') read[field] = row.channel(path);
      else read[field] = row.text(path) ?? '(not set)';
    });
    metricNames.forEach((name, index) => {
      if (Object.hasOwn(metrics, name)) read[metrics[name]!] = row.number(`metrics.${index}`);
    });
    return read;
  };
  return {
    declared: from && to ? { settings: { coverage: [{ entityId: 'dailyMeasures', from, to }] } } : {},
    tables: { dailyMeasures: rows.map(rowOf) },
  };
}

/** Version 1 does not say whether its dates are days, weeks or months. */
function readFirst(answer: Answer, days: readonly Answer[]): Reading {
  const times = days.map((day) => Date.parse(day.text('date') ?? ''));
  const areDays = times.every((time, index) => index === 0 || time - times[index - 1]! === 86_400_000);
  if (!areDays || days.length < 2) throw answer.unlike('at least two days in a row (interval=date)');
  if (!days.some((day) => day.has('visits') || day.has('visitors')))
    throw answer.unlike('the metrics visits or visitors');
  return {
    tables: {
      dailyMeasures: days.map((day) => ({
        date: day.text('date'),
        sessions: day.number('visits'),
        visitors: day.number('visitors'),
      })),
    },
  };
}
