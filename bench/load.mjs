/** How long the page stands still while Online Retail is read from CSV text: Long Tasks of Chromium. */
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, requireBrowser } from '../scripts/browsers.mjs';
import { columns, retailCsv } from './retail.mjs';

const dist = new URL('./dist/', import.meta.url);
const runs = 5;
const reach = 200;
const types = { '.js': 'text/javascript', '.csv': 'text/csv' };

/** Runs in the page. */
async function measure(columns) {
  const { evaluateKpi, loadDataset } = await import('/headless.js');
  const text = await (await fetch('/retail.csv')).text();
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  const turn = () => new Promise((resolve) => setTimeout(resolve, 100));
  await turn();
  long.length = 0;
  const begun = performance.now();
  const dataset = await loadDataset(text, columns);
  const took = performance.now() - begun;
  await turn();
  const whileLoading = [...long];
  long.length = 0;
  const opened = performance.now();
  const { value } = evaluateKpi(dataset, { kpi: 'net-sales', period: 'last-28-days', asOf: 'latest' });
  const first = performance.now() - opened;
  return { took, whileLoading, first, value };
}

export async function run() {
  const { name, text } = retailCsv();
  const files = new Map([
    ['/', '<!doctype html><title>load</title>'],
    ['/retail.csv', text],
    ...readdirSync(dist).map((file) => [`/${file}`, readFileSync(new URL(file, dist))]),
  ]);
  const server = createServer(({ url }, response) => {
    const file = files.get(url);
    response
      .writeHead(file === undefined ? 404 : 200, { 'content-type': types[extname(url)] ?? 'text/html' })
      .end(file);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: requireBrowser('chromium'), args: chromiumFlags });
  try {
    console.log(`${name}: ${Math.round(text.length / 1e6)} MB of CSV text in Chromium ${browser.version()}`);
    let longest = 0;
    for (let index = 0; index < runs; index++) {
      const tab = await browser.newPage();
      await tab.goto(`http://127.0.0.1:${server.address().port}/`);
      const { took, whileLoading, first } = await tab.evaluate(measure, columns);
      const worst = Math.max(0, ...whileLoading);
      longest = Math.max(longest, worst, first);
      console.log(
        `  loaded in ${Math.round(took)} ms; ${whileLoading.length} tasks over 50 ms, the longest ${Math.round(worst)} ms; ` +
          `the first figure ${Math.round(first)} ms`,
      );
      await tab.close();
    }
    console.log(`  ${longest < reach ? '✓' : '✗'} every task under ${reach} ms`);
  } finally {
    await browser.close();
    server.close();
  }
}
