/**
 * Lighthouse results, also as PageSpeed Insights gives them (`lighthouseResult`): one page load each.
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | `fetchTime` | `at` | |
 * | `audits.largest-contentful-paint.numericValue` | `lcpMs` | milliseconds |
 * | the path of `finalDisplayedUrl`, else of `finalUrl` | `path` | |
 * | `configSettings.formFactor` | `device` | |
 *
 * Noted: a load in a laboratory, not a visitor's. Dropped: scores and all other audits, which no measure has. A list of
 * results is read too. https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md
 */
import { note } from '../note.js';
import type { Answer, Reading, Row } from './answer.js';

export function read(answer: Answer): Reading {
  const given = answer.isList() ? answer.list() : [answer];
  const results = given.map((each) => (each.has('lighthouseResult') ? each.at('lighthouseResult') : each));
  if (!results.every((result) => result.has('lighthouseVersion') && result.has('fetchTime'))) {
    throw answer.unlike('Lighthouse results with lighthouseVersion and fetchTime');
  }
  return {
    tables: { pageLoads: results.map(loadOf) },
    notes: [note('laboratory', 'Loads in a laboratory (Lighthouse), not what visitors met.')],
  };
}

function loadOf(result: Answer): Row {
  const address = result.text('finalDisplayedUrl') ?? result.text('finalUrl');
  return {
    at: result.text('fetchTime'),
    lcpMs: result.number('audits.largest-contentful-paint.numericValue'),
    path: address?.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/, ''),
    device: result.device('configSettings.formFactor'),
  };
}
