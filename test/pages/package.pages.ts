import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, root, serve, visit } from './harness.js';

const execute = promisify(execFile);
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { exports: Record<string, unknown> };

// What a stranger gets: the packed tarball, installed into an empty project and used through its export map.
describe('the packed package', () => {
  let project: string;

  /** Runs a module in the project, in Node without a DOM, and returns what it prints. */
  async function inNode(code: string): Promise<string> {
    const { stdout } = await execute('node', ['--input-type=module', '--eval', code], { cwd: project });
    return stdout.trim();
  }

  beforeAll(async () => {
    if (!existsSync(join(root, 'dist'))) throw new Error('dist is missing: npm run build');
    project = await mkdtemp(join(tmpdir(), 'kpi-elements-consumer-'));
    await execute('npm', ['pack', '--silent', '--pack-destination', project], { cwd: root });
    const tarball = (await readdir(project)).find((name) => name.endsWith('.tgz'));
    await writeFile(join(project, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');
    await execute('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`], { cwd: project });
  });

  afterAll(() => rm(project, { recursive: true, force: true }));

  it('resolves every export that is not a pattern', async () => {
    const names = Object.keys(manifest.exports).filter((name) => !name.includes('*'));
    const specifiers = names.map((name) => name.replace('.', 'kpi-elements'));
    const missing = await inNode(`
      import { existsSync } from 'node:fs';
      import { fileURLToPath } from 'node:url';
      const specifiers = ${JSON.stringify(specifiers)};
      const missing = specifiers.filter((name) => !existsSync(fileURLToPath(import.meta.resolve(name))));
      console.log(JSON.stringify(missing));`);
    expect(JSON.parse(missing)).toEqual([]);
  });

  it('offers a define module for every tag, and a style sheet for every theme', async () => {
    const tags = (await readdir(join(root, 'src/elements'))).filter(
      (name) => name.startsWith('kpi-') && !name.includes('.'),
    );
    expect(tags).toContain('kpi-card');
    const printed = await inNode(`
      import { existsSync } from 'node:fs';
      import { fileURLToPath } from 'node:url';
      for (const tag of ${JSON.stringify(tags)}) await import('kpi-elements/define/' + tag);
      console.log(existsSync(fileURLToPath(import.meta.resolve('kpi-elements/themes/default.css'))));`);
    expect(printed).toBe('true');
  });

  it('registers nothing from the main entry, and every tag from define', async () => {
    const printed = await inNode(`
      import * as all from 'kpi-elements';
      const classes = Object.entries(all).filter(([name]) => /^Kpi(?!Error)/.test(name)).map(([name]) => name).sort();
      const tags = classes.map((name) => name.replace(/[A-Z]/g, (letter, at) => (at ? '-' : '') + letter.toLowerCase()));
      const registered = () => tags.map((tag) => Boolean(globalThis.customElements?.get(tag)));
      const before = registered();
      await import('kpi-elements/define');
      console.log(JSON.stringify([tags, before, registered()]));`);
    const tags = ['kpi-card', 'kpi-funnel', 'kpi-period', 'kpi-provider', 'kpi-scorecard', 'kpi-trend'];
    expect(JSON.parse(printed)).toEqual([tags, tags.map(() => false), tags.map(() => true)]);
  });

  it('computes a KPI in Node from the core alone', async () => {
    const printed = await inNode(`
      import { createDataset, evaluateKpi } from 'kpi-elements/core';
      const orderLines = [
        { orderId: 'a', placedAt: '2026-01-01', quantity: 2, unitPrice: 10 },
        { orderId: 'b', placedAt: '2026-01-02', quantity: 1, unitPrice: 10 },
      ];
      const dataset = createDataset({ orderLines }, { currency: 'EUR', timeZone: 'Europe/Copenhagen', asOf: '2026-01-02' });
      console.log(evaluateKpi(dataset, { kpi: 'average-order-value', period: '2026-01-01/2026-01-02' }).value);`);
    expect(printed).toBe('15');
  });

  it('type-checks a consumer, without the types of anything that is not installed', async () => {
    await writeFile(
      join(project, 'consumer.ts'),
      `import 'kpi-elements/define/kpi-card';
       import type { KpiCard } from 'kpi-elements';
       import { evaluateKpi } from 'kpi-elements/core';
       const card: KpiCard = document.createElement('kpi-card');
       card.kpi = 'net-sales';
       export const evaluate: typeof evaluateKpi = evaluateKpi;
       // @ts-expect-error a heading is text
       card.heading = 1;`,
    );
    const compilerOptions = {
      noEmit: true,
      strict: true,
      target: 'es2022',
      module: 'nodenext',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: [],
    };
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
    const tsc = execute('node', [join(root, 'node_modules/typescript/bin/tsc')], { cwd: project });
    const errors = await tsc.then(
      () => '',
      ({ stdout }: { stdout: string }) => stdout,
    );
    expect(errors).toBe('');
  });

  it("draws a card from a consumer's bundle", async () => {
    await writeFile(join(project, 'consumer.js'), "import 'kpi-elements/define/kpi-card';");
    await build({
      configFile: false,
      root: project,
      logLevel: 'warn',
      build: {
        outDir: 'bundle',
        rolldownOptions: { input: join(project, 'consumer.js'), output: { entryFileNames: 'consumer.js' } },
      },
    });
    const bundle = await readFile(join(project, 'bundle/consumer.js'), 'utf8');
    const site = await serve({
      pages: {
        '/consumer.js': bundle,
        '/card.html': `<!doctype html><html lang="en"><title>Consumer</title><link rel="icon" href="data:,"><script type="module" src="consumer.js"></script>
          <main><h1>Consumer</h1><kpi-card heading="Revenue" value="1240.5" previous="1100" unit="currency" currency="EUR"></kpi-card></main></html>`,
      },
    });
    const browser = await openBrowser();
    try {
      const open = await visit(browser, `${site.url}/card.html`);
      await open.page.locator('kpi-card:state(ready)').waitFor();
      await open.page.getByText('1,240').first().waitFor();
      expect(open.problems).toEqual([]);
      expect(await open.violations()).toEqual([]);
    } finally {
      await browser.close();
      await site.close();
    }
  });
});
