import { expect } from '@open-wc/testing';
import type { Dataset } from '../../src/core/dataset/dataset.js';
import { KpiError } from '../../src/core/error.js';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import type { LoadOptions } from '../../src/formats/load-dataset.js';
import type { RequestHook } from '../../src/source/endpoint.js';
import { readJsonAnswer, readTextAnswer } from '../../src/formats/json-text.js';
import { loadDataset } from '../../src/formats/load-dataset.js';
import { openSource } from '../../src/source/request-cache.js';
import type { Source } from '../../src/source/request-cache.js';
import { misbehavingServer } from './misbehaving.js';
import type { Misbehaving } from './misbehaving.js';

const reader = Promise.resolve({ loadDataset, readJsonAnswer, readTextAnswer });

let server: Misbehaving;
let held: Source[] = [];

interface Asking {
  fresh?: boolean;
  request?: RequestHook;
  options?: LoadOptions;
}

function open(address: string, { fresh = false, ...question }: Asking = {}): Source {
  const source = openSource({ address, base: document.baseURI, ...question }, reader, { fresh });
  held.push(source);
  return source;
}

/** All orders of the data, which the server counts its requests by. */
const orders = (dataset: Dataset): number | undefined =>
  evaluateKpi(dataset, { kpi: 'order-count', period: 'all', compare: 'none', asOf: 'latest' }).value;

const loaded = async (steps: string, asking?: Asking): Promise<number | undefined> =>
  orders(await open(server.address(steps), asking).dataset);

const failure = (source: Source): Promise<KpiError> =>
  source.dataset.then(
    () => expect.fail('a data set'),
    (error: KpiError) => error,
  );

async function refused(steps: string, asking?: Asking): Promise<{ error: KpiError; requests: number }> {
  const address = server.address(steps);
  const error = await failure(open(address, asking));
  expect(error).to.be.instanceOf(KpiError);
  return { error, requests: (await server.asked(address)).length };
}

const small = { options: { settings: { limits: { bytes: 1_000_000 } } } };

describe('an endpoint over a real network', function () {
  this.timeout(20_000);

  before(async () => {
    server = await misbehavingServer();
  });
  afterEach(() => {
    for (const source of held) source.release();
    held = [];
  });

  it('that never ends is left at the limit of bytes, and so are pages that are one answer', async () => {
    const address = server.address('endless');
    const error = await failure(open(address, small));
    expect(error.code).to.equal('too-large');
    expect(error.details).to.include({ unit: 'bytes', limit: 1_000_000 });
    // The server hears of it a little later.
    let asked = await server.asked(address);
    for (let tries = 0; tries < 50 && !asked[0]?.aborted; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      asked = await server.asked(address);
    }
    expect(asked.map(({ aborted }) => aborted)).to.deep.equal([true]);
    const pages = await refused('pages:4', { options: { settings: { limits: { bytes: 100 } } } });
    expect(pages.error.code).to.equal('too-large');
  });

  describe('answers', () => {
    for (const steps of ['ok', 'slow:700', 'gzip', 'chunked', 'bom', 'utf16', 'redirect:ok']) {
      it(`${steps} as it should`, async () => {
        expect(await loaded(steps)).to.equal(1);
      });
    }

    for (const charset of ['', ':utf-8', ':windows-1252']) {
      it(`windows-1252${charset}, whatever it calls itself`, async () => {
        const dataset = await open(server.address(`windows-1252${charset}`)).dataset;
        const where = { channel: 'Søgning – Østerbro' };
        const question = { kpi: 'order-count', period: 'all', compare: 'none', asOf: 'latest', where };
        expect(evaluateKpi(dataset, question).value).to.equal(1);
      });
    }

    it('in pages, of which all are read', async () => {
      const { report } = await open(server.address('pages:4')).dataset;
      expect(report.tables[0]).to.include({ rows: 4, first: '2026-11-01', last: '2026-11-04' });
    });

    for (const [steps, rows, last] of [
      ['csv-pages:4', 4, '2026-11-04'],
      ['ndjson-pages:3', 6, '2026-11-13'],
    ] as const) {
      it(`in pages that are no JSON: ${steps}`, async () => {
        const { report } = await open(server.address(steps)).dataset;
        expect(report.tables[0]).to.include({ rows, first: '2026-11-01', last });
      });
    }

    it('that it has not changed (ETag, 304), and the stored answer is read again', async () => {
      const address = server.address('etag');
      const first = await open(address).dataset;
      const again = await open(address, { fresh: true }).dataset;
      const asked = await server.asked(address);
      // WebKit stores nothing while it is automated.
      const stores = !/AppleWebKit(?!.*Chrome)/.test(navigator.userAgent);
      expect(asked.map(({ headers }) => headers['if-none-match'])).to.deep.equal([
        undefined,
        stores ? '"1"' : undefined,
      ]);
      expect([orders(first), orders(again)]).to.deep.equal([1, stores ? 1 : 2]);
    });
  });

  describe('fails, and is asked again', () => {
    for (const steps of ['500,503,ok', '429,ok', '502,429:1,ok', 'cut,ok', 'wait,wait,ok']) {
      it(steps, async () => {
        expect(await loaded(steps)).to.equal(steps.split(',').length);
      });
    }

    it('a connection that is refused, which some browsers try again by themselves', async () => {
      expect(await loaded('refuse,ok')).to.be.at.least(2);
    });

    for (const steps of ['429:2,ok', '429@3,ok']) {
      it(`${steps}: not before it may be`, async () => {
        const address = server.address(steps);
        expect(orders(await open(address).dataset)).to.equal(2);
        const [first, second] = await server.asked(address);
        // A date has whole seconds only.
        expect(second!.at - first!.at).to.be.within(1900, 4000);
      });
    }

    it('a storm of 500, bounded', async () => {
      const { error, requests } = await refused('500');
      expect([error.code, error.details['status'], requests]).to.deep.equal(['bad-answer', 500, 4]);
    });
  });

  describe('says no', () => {
    for (const [steps, code, requests] of [
      ['403', 'denied', 1],
      ['401', 'denied', 1],
      ['404', 'bad-answer', 1],
      ['429:600', 'busy', 1],
      ['html', 'malformed-data', 1],
      ['truncated', 'malformed-data', 1],
      ['errors', 'bad-answer', 1],
      // The first page, and the second to the fourth, whose next is the second.
      ['loop', 'incomplete-data', 4],
      ['elsewhere', 'incomplete-data', 1],
      ['csv-pages:-3', 'incomplete-data', 3],
    ] as const) {
      it(`${steps}: ${code}, without another attempt`, async () => {
        const refusal = await refused(steps);
        expect([refusal.error.code, refusal.requests]).to.deep.equal([code, requests]);
      });
    }

    it('CORS does not allow the page: unreachable', async () => {
      const { error } = await refused('no-cors');
      expect(error.code).to.equal('unreachable');
    });

    it('CORS does not allow it where it redirects to: unreachable', async () => {
      const { error } = await refused('redirect:no-cors');
      expect(error.code).to.equal('unreachable');
    });
  });

  describe('with a hook', () => {
    const tokens = (...given: string[]): RequestHook => {
      return (request) => new Request(request, { headers: { authorization: `Bearer ${given.shift() ?? 'none'}` } });
    };

    it('is shown a token for every attempt, and another one after 401', async () => {
      const address = server.address('401,ok');
      await open(address, { request: tokens('old', 'new') }).dataset;
      const asked = (await server.asked(address)).map(({ headers }) => headers['authorization']);
      expect(asked).to.deep.equal(['Bearer old', 'Bearer new']);
    });

    it('is not asked a third time after two 401', async () => {
      const { error, requests } = await refused('401', { request: tokens('old', 'new') });
      expect([error.code, error.details['status'], requests]).to.deep.equal(['denied', 401, 2]);
    });

    it('does not get the token at another origin that it redirects to', async () => {
      const address = server.address('redirect:ok');
      await open(address, { request: tokens('secret') }).dataset;
      const asked = await server.asked(address);
      expect(asked[0]!.headers['authorization']).to.equal('Bearer secret');
      const there = await server.asked(`${address}-redirected`);
      expect(there).not.to.deep.equal([]);
      expect(there.every(({ headers }) => headers['authorization'] === undefined)).to.equal(true);
    });
  });

  describe('is left', () => {
    it('in flight: the request is aborted', async () => {
      const address = server.address('hang');
      const source = open(address);
      while ((await server.asked(address)).length === 0) await new Promise((later) => setTimeout(later, 20));
      source.release();
      expect((await failure(source)).name).to.equal('AbortError');
      while (!(await server.asked(address))[0]!.aborted) await new Promise((later) => setTimeout(later, 20));
    });

    it('between two attempts: there is none more', async () => {
      const address = server.address('500');
      const source = open(address);
      while ((await server.asked(address)).length === 0) await new Promise((later) => setTimeout(later, 20));
      source.release();
      expect((await failure(source)).name).to.equal('AbortError');
      await new Promise((later) => setTimeout(later, 1500));
      expect((await server.asked(address)).length).to.equal(1);
    });
  });

  it('an older answer that comes later replaces nothing', async () => {
    const address = server.address('slow:600,ok');
    const older = open(address);
    // In the same task it would be one request of both.
    do await new Promise((later) => setTimeout(later, 20));
    while ((await server.asked(address)).length === 0);
    const newer = open(address, { fresh: true });
    expect(orders(await newer.dataset)).to.equal(2);
    expect(orders(await older.dataset)).to.equal(1);
    expect(await open(address).dataset).to.equal(await newer.dataset);
  });
});
