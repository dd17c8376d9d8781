/**
 * Cube: answers of `/load` by day. Its members are the shop's own, so that names tell: the last part of each.
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | a time dimension with `granularity` `day` | `date` | needed |
 * | a measure named as one of the catalogue's: `Orders.netSales`, `orders.net_sales` | that measure | |
 * | a dimension named as one of ours: `Visits.device` | that dimension | an empty value is “(not set)” |
 * | `query.timezone` | `timeZone` | |
 *
 * Refused: other members, since they split rows by what nobody could see, and as many rows as `query.limit` (by default
 * 10,000). A blending query's answers are read side by side. Experimental. https://cube.dev/docs/product/apis-integrations/rest-api
 */
import { entities } from '../../core/catalog/entities.js';
import { measures } from '../../core/catalog/measures.js';
import type { Answer, Reading, Row } from './answer.js';

const pageSize = 10_000;

export function read(answer: Answer): Reading {
  const whole = answer.has('loadResponse') ? answer.at('loadResponse') : answer;
  const results = whole.isList('results') ? whole.list('results') : [whole];
  if (!results.every((result) => result.isList('data') && result.has('query'))) {
    throw answer.unlike('an answer of /load: query and data');
  }
  return {
    declared: { timeZone: results[0]?.text('query.timezone') },
    tables: { dailyMeasures: results.flatMap(daysOf) },
  };
}

function daysOf(result: Answer): readonly Row[] {
  const names = (list: string) => result.list(`query.${list}`).map((member) => member.text() ?? '');
  const time = result.list('query.timeDimensions').find((each) => each.text('granularity') === 'day');
  if (!time) throw result.unlike('a time dimension by day');
  const rows = result.list('data');
  const limit = result.number('query.limit') ?? pageSize;
  if (rows.length >= limit) throw result.incomplete(`${rows.length} rows are all that its limit allows.`);
  const dimensions = new Set(entities['dailyMeasures']?.dimensions);
  const fields = [...names('measures'), ...names('dimensions')].map((member) => {
    const field = camelCased(member.split('.').at(-1) ?? '');
    if (measures.has(field) || dimensions.has(field)) return { member, field };
    throw result.unlike(`members named as our measures and dimensions are, not ${member}`);
  });
  const date = `${time.text('dimension') ?? ''}.day`;
  return rows.map((row) => {
    // The names of members hold points, which in paths lead on.
    const cells = new Map(row.members());
    const read: Record<string, unknown> = { date: cells.get(date)?.text()?.slice(0, 10) };
    for (const { member, field } of fields) {
      const cell = cells.get(member);
      read[field] = measures.has(field) ? cell?.number() : (cell?.text() ?? '(not set)');
    }
    return read;
  });
}

const camelCased = (name: string): string => name.replace(/_+([a-z])/g, (_all, letter: string) => letter.toUpperCase());
