import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { allTags, allWidgets, daily, days, div, drawing, drawn, page, serveCdn, tag } from './embedded.js';
import { openBrowser, root, visit } from './harness.js';
import type { Site, Visit } from './harness.js';

const icon = '<link rel="icon" href="data:,">';
const module = '<script type="module" src="/cdn/kpi-elements.js"></script>';
const classic = '<script src="/cdn/kpi-elements.iife.js"></script>';
const settings = { ...daily, src: '/daily.json' };
const widgets = `<div style="width: 320px">${tag('kpi-card', settings)}</div><div style="width: 640px">${tag('kpi-trend', settings)}</div>`;

/** Another library's bundle, with a Lit of its own that the page's developer is still working with. */
async function otherLit(): Promise<string> {
  const source = `
    import { html, LitElement } from 'lit';
    customElements.define('other-element', class extends LitElement {
      static properties = { name: {} };
      render() { return html\`<p>Other \${this.name}</p>\`; }
    });`;
  const folder = await mkdtemp(join(root, 'test-results-lit-'));
  await writeFile(join(folder, 'other.js'), source);
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions: ['development'] },
    build: { write: false, lib: { entry: join(folder, 'other.js'), formats: ['es'] }, minify: false },
  }).finally(() => rm(folder, { recursive: true }));
  const [bundle] = Array.isArray(result) ? result : [];
  return bundle?.output[0].code ?? '';
}

describe('the library in pages that are not ours', () => {
  let browser: Browser;
  let cdn: Site;
  let open: Visit;
  const pages: Record<string, string> = {};

  async function show(body: string, head: string): Promise<Page> {
    pages['/page.html'] = page(body, icon + head);
    open = await visit(browser, `${cdn.url}/page.html`);
    return open.page;
  }

  function nothingWrong(): void {
    expect(open.problems).toEqual([]);
    expect(open.warnings).toEqual([]);
  }

  beforeAll(async () => {
    browser = await openBrowser();
    const script = await readFile(join(root, 'dist/cdn/kpi-elements.js'), 'utf8');
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    const another = script.replace(`\`${version}\``, '`99.0.0`');
    if (another === script) throw new Error('The version is not found in the CDN file.');
    Object.assign(pages, { '/another.js': another, '/other-lit.js': await otherLit() });
    pages['/wordpress.html'] = await readFile(join(root, 'test/pages/hosts/wordpress.html'), 'utf8');
    cdn = await serveCdn(pages);
  });

  afterEach(() => open?.close());

  afterAll(async () => {
    await browser.close();
    await cdn.close();
  });

  describe('loaded', () => {
    it.each([
      ['as a module', module],
      ['as a module in the page’s midst', `<script type="module" async src="/cdn/kpi-elements.js"></script>`],
      ['in the head', classic],
      ['deferred', '<script defer src="/cdn/kpi-elements.iife.js"></script>'],
      ['async', '<script async src="/cdn/kpi-elements.iife.js"></script>'],
      ['injected', inject('kpi-elements.iife.js', 0)],
      ['after the page by an optimiser', inject('kpi-elements.iife.js', 1500)],
      ['after the page, as a module', inject('kpi-elements.js', 1500, 'module')],
      // Some optimisers fetch a script's text and run it.
      ['as text, with no script that runs', runText('kpi-elements.iife.js')],
    ])('%s, draws tags and divs', async (_name, head) => {
      const shown = await show(tag('kpi-card', settings) + div('kpi-trend', settings, 'Sales'), head);
      await drawn(shown);
      expect(await shown.locator('kpi-card, kpi-trend').count()).toBe(2);
      expect(await shown.getByText('Sales', { exact: true }).isVisible()).toBe(false);
      nothingWrong();
    });

    it.each([
      ['beside its address', inject('kpi-elements.iife.js', 0), []],
      ['where data-kpi-base says', `<script data-kpi-base="/cdn">1</script>${runText('kpi-elements.iife.js')}`, []],
      ['nowhere else', runText('kpi-elements.iife.js'), [expect.stringContaining('speaks English')]],
    ])('as a classic script, finds languages %s', async (_name, head, warnings) => {
      const shown = await show(`<div lang="pl">${tag('kpi-card', settings)}</div>`, head);
      await drawn(shown);
      const heading = warnings.length > 0 ? 'Net sales' : 'Przychody netto';
      expect(await shown.locator('kpi-card').getByText(heading).count()).toBeGreaterThan(0);
      expect(open.problems).toEqual([]);
      expect(open.warnings).toEqual(warnings);
    });

    it.each([
      ['the same file', module + classic],
      ['another version', `${module}<script type="module" src="/another.js"></script>`],
    ])('twice, with %s, throws nothing and warns once', async (_name, head) => {
      const shown = await show(widgets + div('kpi-card', settings), head);
      await drawn(shown);
      expect(await shown.locator('kpi-card, kpi-trend').count()).toBe(3);
      expect(open.problems).toEqual([]);
      expect(open.warnings).toEqual([expect.stringContaining('kpi-elements is loaded twice')]);
    });

    it('beside another Lit, neither is heard of', async () => {
      const shown = await show(
        `${widgets}<other-element name="one"></other-element>`,
        `${module}<script type="module" src="/other-lit.js"></script>${classic.replace('iife.js', 'js')}`.replace(
          '<script src="/cdn/kpi-elements.js"></script>',
          '',
        ),
      );
      await drawn(shown);
      await shown.getByText('Other one').waitFor();
      expect(open.problems).toEqual([]);
      expect(open.warnings.filter((warning) => !warning.includes('Lit is in dev mode'))).toEqual([]);
    });

    it.each([module, classic])('leaves one global name, and patches nothing: %s', async (script) => {
      const shown = await show(widgets, `<script>(${inventory.toString()})('before')</script>${script}`);
      await drawn(shown);
      await shown.addScriptTag({ content: `(${inventory.toString()})('after')` });
      const changes = await shown.evaluate(() => {
        const { before, after } = globalThis as unknown as Record<'before' | 'after', Map<string, unknown>>;
        return [...after].filter(([name, value]) => !Object.is(before.get(name), value)).map(([name]) => name);
      });
      expect(changes.filter((name) => !/^globalThis\.(before|after)$/.test(name))).toEqual(['globalThis.KpiElements']);
      const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
      expect(
        await shown.evaluate(() =>
          Object.entries(globalThis.KpiElements ?? {}).map(([key, value]) => [
            key,
            typeof value === 'string' ? value : typeof value,
          ]),
        ),
      ).toEqual([
        ['upgrade', 'function'],
        ['version', version],
      ]);
      nothingWrong();
    });
  });

  describe('in a page from a file', () => {
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'kpi-elements-file-'));
      const script = pathToFileURL(join(root, 'dist/cdn/kpi-elements.iife.js')).href;
      const csv = `date,netSales\n${days.map(({ date, netSales }) => `${date},${netSales}`).join('\n')}`;
      const json = `<script type="application/json">${JSON.stringify(days)}</script>`;
      const body =
        allTags(daily).replace('<kpi-period>', `${json}<kpi-period>`) +
        tag('kpi-trend', daily, `<script type="text/csv">${csv}</script>`) +
        tag('kpi-card', { value: '12', heading: 'Orders', lang: 'da' }) +
        div('kpi-card', daily, `<script type="text/csv">${csv}</script>`);
      await writeFile(join(folder, 'page.html'), page(body, `<script src="${script}"></script>`));
    });

    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('draws what is in the page, in English', async () => {
      open = await visit(browser, pathToFileURL(join(folder, 'page.html')).href);
      await drawn(open.page, allWidgets);
      expect(await open.page.locator(allWidgets).count()).toBe(7);
      expect(await open.page.getByText('573,180').count()).toBeGreaterThan(1);
      expect(open.problems).toEqual([]);
      expect(open.warnings).toEqual([expect.stringContaining('speaks English')]);
    });
  });

  describe('draws the same', () => {
    /** What the two widgets of a page look like. */
    async function look(body: string, head: string) {
      const shown = await show(body, module + head);
      await drawn(shown);
      const drawings = [await drawing(shown.locator('kpi-card')), await drawing(shown.locator('kpi-trend'))];
      expect(
        drawings[0]?.find(({ part }) => part.startsWith('div.figure'))?.words + JSON.stringify(drawings[0]),
      ).toContain('573,180');
      expect(drawings[1]?.filter(({ shape }) => shape).length).toBeGreaterThan(2);
      await open.close();
      return drawings;
    }

    it.each([
      ['where the page unsets everything', '<style>* { all: unset } div { display: block }</style>'],
      ['with a root of 62.5 %', '<style>html { font-size: 62.5% }</style>'],
      ['with a root of 200 %', '<style>html { font-size: 200% }</style>'],
      [
        'among loud rules',
        '<style>* { box-sizing: border-box; line-height: 3; letter-spacing: 2px } div, span, p { font: 30px serif; color: red; text-transform: uppercase; word-spacing: 9px; text-indent: 2em; margin: 7px } svg, path { fill: red; stroke: lime; transform: scale(2) } button { background: red }</style>',
      ],
    ])('%s', async (_name, style) => {
      expect(
        await look(widgets, `${style}<style>body { margin: 0 } main > div { margin: 0 !important }</style>`),
      ).toEqual(await look(widgets, ''));
    });

    it('as a pasted div', async () => {
      const pasted = `<div style="width: 320px">${div('kpi-card', settings, 'Sales')}</div><div style="width: 640px">${div('kpi-trend', settings, 'Sales')}</div>`;
      expect(await look(pasted, '')).toEqual(await look(widgets, ''));
    });
  });

  describe('on a WordPress site', () => {
    it('draws what the editor has kept', async () => {
      open = await visit(browser, `${cdn.url}/wordpress.html`);
      await drawn(open.page);
      expect(await open.page.locator('kpi-card, kpi-trend').count()).toBe(2);
      expect(await open.page.getByText('Net sales were').isVisible()).toBe(false);
      expect(await open.page.getByText('Let us go on.').isVisible()).toBe(true);
      expect(
        await open.page
          .locator('kpi-card')
          .getByText('Net sales')
          .first()
          .evaluate((name) => getComputedStyle(name).textTransform),
      ).toBe('none');
      expect(open.warnings).toEqual([]);
      await open.screenshot('embed-wordpress');
    });

    it('is readable without scripts', async () => {
      open = await visit(browser, `${cdn.url}/wordpress.html`, { javaScriptEnabled: false });
      expect(await open.page.getByText('Net sales were 573,180 kr.').isVisible()).toBe(true);
      expect(await open.page.getByText('16990').isVisible()).toBe(true);
    });
  });

  it.each([
    ['a tag', tag],
    ['a pasted div', div],
  ])('reads the data of %s whole, where the page arrives in pieces', async (_name, form) => {
    const shown = await show('<iframe title="Slow"></iframe>', '');
    const data = `<script type="application/json">${JSON.stringify(days)}</script>`;
    const text = page(`<div>${form('kpi-card', daily, data)}</div>`, classic);
    const pieces = [text.slice(0, text.indexOf('2026-09-20')), text.slice(text.indexOf('2026-09-20'))];
    await shown.evaluate(async (pieces) => {
      const inner = (document.querySelector('iframe') as HTMLIFrameElement).contentDocument as Document;
      inner.open();
      for (const piece of pieces) {
        inner.write(piece);
        await new Promise((later) => setTimeout(later, 700));
      }
      inner.close();
    }, pieces);
    const inner = shown.frameLocator('iframe');
    await drawn(inner);
    expect(await inner.locator('kpi-card').getByText('573,180').count()).toBeGreaterThan(0);
    nothingWrong();
  });

  it('lets go of what the page has removed', async () => {
    const shown = await show(`<section>${div('kpi-card', settings)}${div('kpi-trend', settings)}</section>`, module);
    await drawn(shown);
    await shown.evaluate(() => {
      const section = document.querySelector('section');
      const kept = [...(section?.querySelectorAll('*') ?? [])].map((element) => new WeakRef(element));
      section?.remove();
      Object.assign(globalThis, { kept });
    });
    await expect
      .poll(async () => {
        await shown.requestGC();
        return shown.evaluate(
          () => (globalThis as unknown as { kept: WeakRef<Element>[] }).kept.filter((one) => one.deref()).length,
        );
      })
      .toBe(0);
  });
});

/** A page's own script that brings ours, so many milliseconds after the page has loaded; at once for 0. */
function inject(file: string, delay: number, type = ''): string {
  const now = `const script = document.createElement('script'); script.src = '/cdn/${file}'; script.type = '${type}'; document.head.append(script);`;
  return `<script>${delay === 0 ? now : `addEventListener('load', () => setTimeout(() => { ${now} }, ${delay}));`}</script>`;
}

/** Runs a script's text without a script element of its address. */
function runText(file: string): string {
  return `<script>fetch('/cdn/${file}').then((answer) => answer.text()).then((text) => setTimeout(text))</script>`;
}

/** Notes every global name and everything that stands on the built-in objects. Runs in the page. */
function inventory(key: string): void {
  const found = new Map<string, unknown>();
  const valueOf = (object: object, name: string): unknown => {
    const property = Object.getOwnPropertyDescriptor(object, name) as { value?: unknown; get?: unknown } | undefined;
    return property?.value ?? property?.get;
  };
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const value = valueOf(globalThis, name);
    found.set(`globalThis.${name}`, value);
    for (const [path, object] of [
      [name, value],
      [`${name}.prototype`, (value as { prototype?: unknown } | undefined)?.prototype],
    ] as const) {
      if (object === null || (typeof object !== 'object' && typeof object !== 'function') || object === globalThis)
        continue;
      if (!/^[A-Z]/.test(name) && !['customElements', 'document', 'history', 'navigator', 'console'].includes(name))
        continue;
      for (const own of Object.getOwnPropertyNames(object)) {
        if (name !== 'KpiElements') found.set(`${path}.${own}`, valueOf(object, own));
      }
    }
  }
  Object.assign(globalThis, { [key]: found });
}
