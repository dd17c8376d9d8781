import { expect } from '@open-wc/testing';
import type { KpiError } from '../../src/core/error.js';
import { readJsonAnswer, readTextAnswer } from '../../src/formats/json-text.js';
import { loadDataset } from '../../src/formats/load-dataset.js';
import { openSource } from '../../src/source/request-cache.js';
import type { Source } from '../../src/source/request-cache.js';
import { refreshEvery } from '../../src/source/refresh.js';

const reader = Promise.resolve({ loadDataset, readJsonAnswer, readTextAnswer });

const base = import.meta.url;
let held: Source[] = [];

function open(address: string, fresh = false): Source {
  const source = openSource({ address, base }, reader, { fresh });
  held.push(source);
  return source;
}

async function failureOf({ dataset }: Source): Promise<KpiError> {
  return dataset.then(
    () => expect.fail('a data set'),
    (error: KpiError) => error,
  );
}

function requestsOf(address: string): number {
  return performance.getEntriesByName(new URL(address, base).href).length;
}

describe('a source, over the network', () => {
  afterEach(() => {
    for (const source of held) source.release();
    held = [];
  });

  it('is asked once for many widgets', async () => {
    const address = './daily.csv?shared';
    const [one, other] = await Promise.all([open(address).dataset, open(address).dataset]);
    expect(one).to.equal(other);
    expect(one.report.tables[0]).to.include({
      table: 'dailyMeasures',
      rows: 2,
      first: '2026-11-01',
      last: '2026-11-02',
    });
    expect(requestsOf(address)).to.equal(1);
  });

  it('is asked anew by a refresh, which others then share', async () => {
    const address = './daily.csv?fresh';
    const old = await open(address).dataset;
    const fresh = await open(address, true).dataset;
    expect(fresh).not.to.equal(old);
    expect(await open(address).dataset).to.equal(fresh);
    expect(requestsOf(address)).to.equal(2);
  });

  it('says what went wrong', async () => {
    const absent = await failureOf(open('./absent.csv'));
    expect([absent.code, absent.details.status]).to.deep.equal(['bad-answer', 404]);
    const closed = await failureOf(open('http://localhost:1/daily.csv'));
    expect(closed.code).to.equal('unreachable');
    const script = await failureOf(open('./address.test.ts'));
    expect(script.code).to.equal('unrecognised-data');
  });

  it('is let go in flight', async () => {
    const source = open('./daily.csv?left');
    source.release();
    expect((await failureOf(source)).name).to.equal('AbortError');
  });
});

it('the page’s schedule beats, and stops', async () => {
  let beats = 0;
  const stop = refreshEvery(20, () => beats++);
  await new Promise((resolve) => setTimeout(resolve, 200));
  stop();
  const counted = beats;
  expect(counted).to.be.greaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(beats).to.equal(counted);
});
