/**
 * What it costs to draw cards, to draw them anew with other figures, to start, and to draw a line of very many points,
 * beside other ways to the same picture. Every contender has a fresh page and process of its own in each round, and
 * they take turns.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { bundleAll, clockOf, median, open } from './page.mjs';
import { makeShops } from './render/shops.mjs';

const count = 100;
const linePoints = 100_000;
const updates = 6;
const rounds = Number(process.env.ROUNDS ?? 7);
const reach = { draw: 1.8, library: 0.7, update: 1.3 };

const floor = 'hand-written DOM + SVG';
const own = 'kpi-card';
const libraries = { uPlot: 'uplot', 'Observable Plot': 'plot', 'Chart.js': 'chartjs', ECharts: 'echarts' };
const cards = {
  [floor]: 'floor',
  [own]: 'kpi-card',
  'Lit + D3, bare': 'lit-d3',
  'Lit + D3, our figures': 'lit-d3-figures',
  ...libraries,
};
const given = { 'hand-written, no chart': 'given-floor', 'kpi-card, figures given': 'given' };
const lines = { uPlot: 'uplot-line', 'kpi-trend': 'kpi-trend' };

const styles = `
  body { margin: 8px }
  #host, kpi-provider { display: grid !important; grid-template-columns: repeat(10, 240px); gap: 8px }
  kpi-provider { grid-column: 1 / -1 }
  ${readFileSync(new URL('./render/cards.css', import.meta.url), 'utf8')}`;

/** Runs in the page: what a card says, and whether its chart is drawn with all of its points. */
function readCard(index) {
  const card = document.querySelector('#host').querySelectorAll('kpi-card, bare-card, .card')[index];
  const tree = card.shadowRoot ?? card;
  const words = (selector) => tree.querySelector(selector)?.innerText.replace(/\s+/g, ' ').trim();
  const chart = tree.querySelector('.chart');
  const canvas = chart?.querySelector('canvas');
  const pixels = () => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean);
  const points = (path) => (path.getAttribute('d').match(/\d,/g) ?? []).length;
  return {
    figure: words('.figure').match(/[\d,]{5,}/)?.[0],
    change: words('.change, .changes').match(/[+−][\d.]+%/)?.[0],
    isDrawn: chart && (canvas ? pixels() : [...chart.querySelectorAll('path')].some((path) => points(path) >= 90)),
  };
}

async function inPage({ browser, url, files }, name, data, act) {
  const context = await browser.newContext({ viewport: { width: 2520, height: 2120 } });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(url);
  const asked = new Set();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname));
  await page.evaluate((made) => Object.assign(globalThis, { made }), data);
  const clock = await clockOf(page);
  const load = await clock(() =>
    page.evaluate(async (file) => void (globalThis.own = await import(file)), `/${name}.js`),
  );
  const read = await clock(() =>
    page.evaluate(() => own.prepare?.(document.querySelector('#host'), made.rows ?? made)),
  );
  const draw = await clock(() => page.evaluate(() => void own.draw(document.querySelector('#host'), made.sets?.[0])));
  const took = { load, read, draw, start: load + read + draw, ...(await act(page, clock)) };
  took.bytes = [...asked].reduce((sum, path) => sum + gzipSync(files.get(path), { level: 9 }).length, 0);
  await context.close();
  if (faults.length > 0) throw new Error(`${name}: ${faults.join('; ')}`);
  return took;
}

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Draws the cards and updates them, and makes sure that what is shown is what was given. */
async function measureCards(opened, name, shops) {
  const check = async (page, set) => {
    for (const index of [0, count - 1]) {
      const { figure, change, isDrawn } = await page.evaluate(readCard, index);
      const { total, totalBefore } = shops.sets[set][index];
      const relative = total / totalBefore - 1;
      const shown = Number(change?.replace('−', '-').slice(0, -1)) / 100;
      if (figure !== number.format(total) || !(Math.abs(shown - relative) < 0.006) || isDrawn === false)
        throw new Error(`${name} shows ${figure} and ${change} in place of ${total} and ${relative}, or no chart.`);
    }
  };
  return inPage(opened, name, shops, async (page, clock) => {
    await check(page, 0);
    const times = [];
    for (let turn = 1; turn <= updates; turn++) {
      const to = turn % 2;
      times.push(await clock(() => page.evaluate((set) => void own.update(made.sets[set], set), to)));
      await check(page, to);
    }
    return { update: median(times) };
  });
}

/** A year of days follows the next: a line that no screen has pixels for. */
function makeLine() {
  const first = Date.UTC(2026, 0, 1) - linePoints * 86_400_000;
  let level = 1000;
  let state = 7;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const all = Array.from({ length: linePoints }, (_, day) => {
    level = Math.max(100, level + 40 * (random() - 0.5));
    return [new Date(first + day * 86_400_000).toISOString().slice(0, 10), Math.round(level * (0.8 + 0.4 * random()))];
  });
  return { dates: all.map(([date]) => date), values: all.map(([, value]) => value) };
}

const measureLine = (opened, name, line) =>
  inPage(opened, name, line, async (page) => {
    const isDrawn = await page.evaluate(() => {
      const trend = document.querySelector('kpi-trend');
      if (!trend) return document.querySelector('canvas') !== null;
      return trend.result.series.length === made.values.length && trend.shadowRoot.querySelector('.line') !== null;
    });
    if (!isDrawn) throw new Error(`${name} has drawn no line.`);
    return {};
  });

/** Everybody once a round, each beginning in turn, so that none always follows the same neighbour. */
async function takeTurns(contenders, measure) {
  const taken = new Map(Object.keys(contenders).map((title) => [title, []]));
  const all = Object.entries(contenders);
  for (let round = 0; round < rounds; round++) {
    const from = round % all.length;
    for (const [title, name] of [...all.slice(from), ...all.slice(0, from)]) taken.get(title).push(await measure(name));
  }
  return {
    median: (title, what) => median(taken.get(title).map((took) => took[what])),
    /** Half of the rounds lie within. */
    spread: (title, what) => {
      const sorted = taken
        .get(title)
        .map((took) => took[what])
        .sort((a, b) => a - b);
      return [sorted[Math.floor((rounds - 1) / 4)], sorted[Math.ceil((3 * (rounds - 1)) / 4)]];
    },
    titles: [...taken.keys()],
  };
}

function table(title, taken, base, columns) {
  console.log(`\n${title}`);
  for (const contender of taken.titles) {
    const cells = columns.map((what) => {
      const [value, beside] = [taken.median(contender, what), taken.median(base, what)];
      const [low, high] = taken.spread(contender, what);
      return `${what} ${value.toFixed(1).padStart(7)} (${low.toFixed(0)}–${high.toFixed(0)}) ${(value / beside).toFixed(2)}×`.padEnd(
        36,
      );
    });
    console.log(`  ${contender.padEnd(24)} ${cells.join('')}`);
  }
}

const verdict = (is, text) => console.log(`  ${is ? '✓' : '✗'} ${text}`);

export async function run() {
  const names = [cards, given, lines].flatMap((group) => Object.values(group));
  const files = await bundleAll([...new Set(names)], styles);
  const opened = { files, ...(await open(files)) };
  const [hundred, one] = [makeShops(count), makeShops(1)];
  const line = makeLine();
  try {
    console.log(
      `Main-thread CPU milliseconds in Chromium ${opened.browser.version()}: medians of ${rounds} rounds, the middle half of them, and how many times the first.`,
    );
    const drawn = await takeTurns(cards, (name) => measureCards(opened, name, hundred));
    table(`${count} cards with 90 points each: drawn in a fresh page, then updated`, drawn, floor, ['draw', 'update']);
    const best = Math.min(...Object.keys(libraries).map((library) => drawn.median(library, 'draw')));
    const [draw, update] = ['draw', 'update'].map((what) => drawn.median(own, what) / drawn.median(floor, what));
    verdict(draw <= reach.draw, `drawn at ${draw.toFixed(2)}× the floor; aim ${reach.draw}×`);
    verdict(
      drawn.median(own, 'draw') <= reach.library * best,
      `${(drawn.median(own, 'draw') / best).toFixed(2)}× the best library; aim ${reach.library}×`,
    );
    verdict(update <= reach.update, `updated at ${update.toFixed(2)}× the floor; aim ${reach.update}×`);

    const withFigures = await takeTurns(given, (name) => measureCards(opened, name, hundred));
    table(`${count} cards whose figures are given, without a chart`, withFigures, 'hand-written, no chart', [
      'draw',
      'update',
    ]);

    const startOne = await takeTurns(cards, (name) => inPage(opened, name, one, () => ({})));
    table('From script to 1 card: parsed, rows read, drawn', startOne, floor, ['start', 'load', 'read']);
    table(`From script to ${count} cards`, drawn, floor, ['start', 'load', 'read']);
    for (const title of drawn.titles)
      console.log(`  ${title.padEnd(24)} ${number.format(drawn.median(title, 'bytes'))} bytes gzipped`);

    const long = await takeTurns(lines, (name) => measureLine(opened, name, line));
    table(`A line of ${number.format(linePoints)} points that are at hand`, long, 'uPlot', ['draw', 'read']);
    verdict(long.median('kpi-trend', 'draw') <= long.median('uPlot', 'draw'), 'not slower than uPlot');
  } finally {
    await opened.close();
  }
}
