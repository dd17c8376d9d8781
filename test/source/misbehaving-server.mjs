/**
 * An endpoint that misbehaves on request: `/<steps>/<name>` answers the first request as the first step says, the next
 * one as the second, and all further ones as the last. `/log/<name>` tells what was asked.
 *
 *   /401,ok/renewal     first 401, then rows
 *   /429:1,ok/busy      429 with `Retry-After: 1`; `429@1` writes it as a date
 *   /slow:700/slow      rows after 700 ms
 *
 * The rows are one day's, and the number of its orders is the number of the request. So is each figure of `cube`, which
 * answers a cube question.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as later } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': 'retry-after, link, etag',
};
const json = { ...cors, 'content-type': 'application/json' };

/** @param {number} orders @param {string} [date] */
const rows = (orders, date = '2026-11-01') => [{ date, orders }];
const csv = (orders) => `date;orders;channel\n2026-11-01;${orders};Søgning – Østerbro\n`;
const utf16 = (text) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const windows1252 = (text) => Buffer.from(text.replaceAll('–', '\x96'), 'latin1');

/** @param {string} asked the question as JSON @param {number} figure of all measures, on the last day and in each window */
function cube(asked, figure) {
  const { measures, windows, timeZone, where, by } = JSON.parse(asked);
  const figures = Object.fromEntries(measures.map((id) => [id, figure]));
  const spans = windows.map((window) => window.split('/'));
  const [, last] = spans.at(-1);
  return JSON.stringify({
    ...{ kind: 'kpi-cube', version: 1, timeZone, where, by, measures, buckets: [{ start: last, ...figures }] },
    windows: spans.map(([start, end]) => ({ start, end, ...figures })),
  });
}

/**
 * What each step answers to the `count`-th request.
 * @type {Record<string, (exchange: { response: import('node:http').ServerResponse, request: import('node:http').IncomingMessage, count: number, argument: string, other: string, here: URL, name: string, body: string }) => unknown>}
 */
const steps = {
  ok: ({ response, count }) => response.writeHead(200, json).end(JSON.stringify(rows(count))),
  slow: async ({ response, count, argument }) => {
    await later(Number(argument));
    response.writeHead(200, json).end(JSON.stringify(rows(count)));
  },
  hang: () => undefined,
  refuse: ({ request }) => request.socket.destroy(),
  cut: ({ response, count }) => {
    const text = JSON.stringify(rows(count));
    response.writeHead(200, { ...json, 'content-length': text.length }).write(text.slice(0, 9));
    setTimeout(() => response.destroy(), 50);
  },
  /** To a POST with a question; `cube:cut` breaks the connection in the middle, `cube:half` ends there. */
  cube: ({ response, count, argument, body }) => {
    if (!body) return response.writeHead(400, json).end(JSON.stringify({ error: 'No question' }));
    const answer = cube(body, count);
    if (argument !== 'cut')
      return response.writeHead(200, json).end(argument ? answer.slice(0, answer.length / 2) : answer);
    response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(answer) }).write(answer.slice(0, 900));
    setTimeout(() => response.destroy(), 50);
  },
  truncated: ({ response, count }) => response.writeHead(200, json).end(JSON.stringify(rows(count)).slice(0, 9)),
  html: ({ response }) => response.writeHead(200, json).end('<!doctype html><title>Log in</title><p>Please log in.'),
  gzip: ({ response, count }) => {
    const body = gzipSync(JSON.stringify(rows(count)));
    response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(body);
  },
  chunked: async ({ response, count }) => {
    response.writeHead(200, json);
    for (const character of JSON.stringify(rows(count))) {
      response.write(character);
      await later(2);
    }
    response.end();
  },
  /** As long as somebody listens, at some 10 MB a second: an engine that does not hold a server back lives on. */
  endless: async ({ response }) => {
    response.writeHead(200, { ...cors, 'content-type': 'text/csv' }).write('date,orders,channel\n');
    while (!response.destroyed) {
      response.write('2026-11-01,1,email\n'.repeat(2500));
      await later(5);
    }
  },
  bom: ({ response, count }) => response.writeHead(200, json).end(`\uFEFF${JSON.stringify(rows(count))}`),
  utf16: ({ response, count }) =>
    response.writeHead(200, { ...cors, 'content-type': 'text/csv' }).end(utf16(csv(count))),
  'windows-1252': ({ response, count, argument }) => {
    const charset = argument ? `; charset=${argument}` : '';
    response.writeHead(200, { ...cors, 'content-type': `text/csv${charset}` }).end(windows1252(csv(count)));
  },
  errors: ({ response }) =>
    response.writeHead(200, json).end(JSON.stringify({ data: null, errors: [{ message: 'Throttled' }] })),
  markup: ({ response }) => response.writeHead(200, json).end(JSON.stringify({ error: '<b>No such <i>shop</i></b>' })),
  wait: ({ response }) => response.writeHead(200, json).end(JSON.stringify({ error: 'Continue wait' })),
  'no-cors': ({ response, count }) => response.writeHead(200).end(JSON.stringify(rows(count))),
  /** To the other origin, which is logged as `<name>-redirected`. */
  redirect: ({ response, argument, other, name }) =>
    response.writeHead(302, { ...cors, location: `${other}/${argument}/${name}-redirected` }).end(),
  /** The same, with the method and the body that it was asked with. */
  moved: ({ response, argument, other, name }) =>
    response.writeHead(307, { ...cors, location: `${other}/${argument}/${name}-redirected` }).end(),
  etag: ({ request, response, count }) => {
    const headers = { ...json, etag: '"1"', 'cache-control': 'no-cache' };
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304, headers).end();
    else response.writeHead(200, headers).end(JSON.stringify(rows(count)));
  },
  /** Pages that link on to so many more: `pages:3`. */
  pages: ({ response, here, argument }) => {
    const page = Number(here.searchParams.get('page') ?? 1);
    const link = page < Number(argument) ? { link: `<?page=${page + 1}>; rel="next"` } : {};
    response.writeHead(200, { ...json, ...link }).end(JSON.stringify(rows(page, `2026-11-0${page}`)));
  },
  /** The same as CSV, each with the header: `csv-pages:3`; the last one with another header: `csv-pages:-3`. */
  'csv-pages': ({ response, here, argument }) => {
    const page = Number(here.searchParams.get('page') ?? 1);
    const isLast = page >= Math.abs(Number(argument));
    const link = isLast ? {} : { link: `<?page=${page + 1}>; rel="next"` };
    const header = isLast && argument.startsWith('-') ? 'day;orders' : 'date;orders';
    response
      .writeHead(200, { ...cors, 'content-type': 'text/csv', ...link })
      .end(`${header}\n2026-11-0${page};${page}`);
  },
  /** The same as NDJSON. */
  'ndjson-pages': ({ response, here, argument }) => {
    const page = Number(here.searchParams.get('page') ?? 1);
    const link = page < Number(argument) ? { link: `<?page=${page + 1}>; rel="next"` } : {};
    const lines = [...rows(page, `2026-11-0${page}`), ...rows(page, `2026-11-1${page}`)].map((row) =>
      JSON.stringify(row),
    );
    response.writeHead(200, { ...cors, 'content-type': 'application/x-ndjson', ...link }).end(lines.join('\n'));
  },
  loop: ({ response, here }) => {
    const page = Number(here.searchParams.get('page') ?? 1);
    const link = `<?page=${(page % 3) + 1}>; rel="next"`;
    response.writeHead(200, { ...json, link }).end(JSON.stringify(rows(page, `2026-11-0${page}`)));
  },
  /** A next page at the other origin. */
  elsewhere: ({ response, count, other }) =>
    response.writeHead(200, { ...json, link: `<${other}/ok/elsewhere>; rel="next"` }).end(JSON.stringify(rows(count))),
};

/** @param {string} step `401`, `429:1`, `slow:700` @returns what answers it */
function answerer(step) {
  const [, name = '', sign = '', argument = ''] = /^([\w-]+?)(?:([:@])(.*))?$/.exec(step) ?? [];
  if (!/^\d+$/.test(name)) return { answer: steps[name], argument };
  const after = sign === '@' ? new Date(Date.now() + Number(argument) * 1000).toUTCString() : argument;
  const headers = { ...json, ...(sign && { 'retry-after': after }) };
  return { answer: ({ response }) => response.writeHead(Number(name), headers).end('{}'), argument };
}

/** @returns {Promise<{ url: string, other: string, close: () => Promise<void> }>} two origins of the same behaviour */
export async function startMisbehaving() {
  /** @type {Map<string, { method: string, path: string, at: number, headers: object, body: string, aborted: boolean }[]>} */
  const asked = new Map();
  const origins = [];

  const handle = async (request, response) => {
    const here = new URL(request.url, origins[0]);
    const [, list = '', name = ''] = decodeURIComponent(here.pathname).split('/');
    if (request.method === 'OPTIONS') return response.writeHead(204, cors).end();
    if (list === 'log') return response.writeHead(200, json).end(JSON.stringify(asked.get(name) ?? []));
    const log = asked.get(name) ?? [];
    asked.set(name, log);
    const { method, headers } = request;
    const at = Date.now();
    const body = method === 'POST' ? await text(request) : '';
    const entry = { method, path: request.url, at, headers, body, aborted: false };
    log.push(entry);
    response.on('close', () => (entry.aborted = !response.writableFinished));
    const all = list.split(',');
    const { answer, argument } = answerer(all[Math.min(log.length, all.length) - 1]);
    if (!answer) return response.writeHead(404, json).end('{}');
    return answer({ request, response, count: log.length, argument, other: origins[1], here, name, body });
  };

  const servers = [createServer(handle), createServer(handle)];
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origins.push(`http://127.0.0.1:${server.address().port}`);
  }
  return {
    url: origins[0],
    other: origins[1],
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

/** For the test runner: tests in the browser learn the two origins by the command `misbehaving-server`. */
export function misbehaving() {
  let server;
  return {
    name: 'misbehaving-server',
    async serverStart() {
      server = await startMisbehaving();
    },
    serverStop: () => server.close(),
    executeCommand: ({ command }) =>
      command === 'misbehaving-server' ? { url: server.url, other: server.other } : undefined,
  };
}
