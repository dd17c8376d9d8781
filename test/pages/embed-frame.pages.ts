import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, ElementHandle, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { daily, drawn, page, serveCdn } from './embedded.js';
import { openBrowser, root, serve, visit } from './harness.js';
import type { Site, Visit } from './harness.js';

interface Message {
  source: string;
  version: number;
  type: string;
  id: string;
  height: number;
  nonce?: string;
}

/** No browser asks for one then. */
const icon = '<link rel="icon" href="data:,">';

/** Keeps what frames say, in order, before the page's own script can hear it. */
const listener = `<script>const heard = []; addEventListener('message', ({ data, origin }) => heard.push({ ...data, origin }));</script>`;
const heard = ({ page }: Visit) => page.evaluate<(Message & { origin: string })[]>('heard');

describe('a widget in a frame', () => {
  let browser: Browser;
  let cdn: Site;
  let shop: Site;
  let open: Visit;

  const address = (settings: Readonly<Record<string, string>>) =>
    `${cdn.url}/cdn/embed.html#${new URLSearchParams({ src: `${cdn.url}/daily.json`, ...settings }).toString()}`;
  const frame = (settings: Readonly<Record<string, string>>, attributes = '') =>
    `<iframe ${attributes} title="Sales" src="${address(settings).replaceAll('&', '&amp;')}"></iframe>`;
  const card = { element: 'kpi-card', ...daily };

  /** Opens a page of the shop that holds this. */
  async function show(body: string, head = `<script src="${cdn.url}/cdn/frame.js" async></script>`): Promise<Visit> {
    pages['/page.html'] = page(body, `${icon}${listener}${head}`);
    open = await visit(browser, `${shop.url}/page.html`);
    return open;
  }
  const pages: Record<string, string> = {};
  const cdnPages: Record<string, string> = {};

  beforeAll(async () => {
    browser = await openBrowser();
    cdn = await serveCdn(cdnPages);
    shop = await serve({ pages });
  });

  afterEach(() => open?.close());

  afterAll(async () => {
    await browser.close();
    await cdn.close();
    await shop.close();
  });

  const sandboxes = [
    ['of an opaque origin', 'sandbox="allow-scripts"'],
    ['of another origin', ''],
  ] as const;

  it.each(sandboxes)('%s draws and is as high as its content', async (_name, sandbox) => {
    const { page, problems, warnings } = await show(
      frame({ ...card, id: 'first' }, sandbox) +
        frame({ ...card, element: 'kpi-trend', id: 'second' }, `${sandbox} style="width: 600px"`),
    );
    for (const inner of innerFrames(page)) {
      await drawn(inner);
      const content = await inner.evaluate(() => document.querySelector('main')?.getBoundingClientRect().height);
      const element = (await inner.frameElement()) as ElementHandle<HTMLElement>;
      await expect.poll(() => element.evaluate((iframe) => iframe.clientHeight)).toBe(Math.ceil(content ?? 0));
      expect(await inner.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
    }
    expect(problems).toEqual([]);
    expect(warnings).toEqual([]);
    expect(await open.violations()).toEqual([]);
    await open.screenshot(`embed-frames-${sandbox ? 'opaque' : 'origin'}`);
  });

  it.each(sandboxes)('%s says its height in at most three messages', async (_name, sandbox) => {
    const visited = await show(frame({ ...card, id: 'sales' }, sandbox));
    await drawn(innerFrames(visited.page)[0] as Frame);
    await visited.page.waitForTimeout(1200);
    const messages = await heard(visited);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.length).toBeLessThanOrEqual(3);
    for (const { origin, nonce, ...message } of messages) {
      expect(message).toEqual({
        source: 'kpi-elements',
        version: 1,
        type: 'height',
        id: 'sales',
        height: expect.any(Number) as number,
      });
      expect(origin).toBe(sandbox ? 'null' : cdn.url);
      expect([undefined, messages.at(-1)?.nonce]).toContain(nonce);
    }
    expect(messages.at(-1)?.nonce).toMatch(/^[\d-]{10,}$/);
  });

  it('was there before the script of its page', async () => {
    const { page } = await show(frame(card, 'sandbox="allow-scripts"'), '');
    const inner = innerFrames(page)[0] as Frame;
    await drawn(inner);
    expect(await page.locator('iframe').evaluate((element) => element.style.height)).toBe('');
    await page.addScriptTag({ url: `${cdn.url}/cdn/frame.js` });
    const content = await inner.evaluate(() => document.querySelector('main')?.getBoundingClientRect().height);
    await expect.poll(() => heightOf(page)).toBe(`${Math.ceil(content ?? 0)}px`);
  });

  it('loaded with two copies of the script of its page, settles too', async () => {
    const twice = `<script src="${cdn.url}/cdn/frame.js" async></script>`.repeat(2);
    const visited = await show(frame(card, 'sandbox="allow-scripts"'), twice);
    await drawn(innerFrames(visited.page)[0] as Frame);
    await visited.page.waitForTimeout(1200);
    expect((await heard(visited)).length).toBeLessThanOrEqual(4);
    expect(await heightOf(visited.page)).toMatch(/^\d+px$/);
  });

  it('keeps its height where the page counts borders in', async () => {
    const { page } = await show(
      `<style>* { box-sizing: border-box } iframe { border: 10px solid #ccc }</style>${frame(card)}`,
    );
    const inner = innerFrames(page)[0] as Frame;
    await drawn(inner);
    const content = await inner.evaluate(() => document.querySelector('main')?.getBoundingClientRect().height);
    await expect
      .poll(() => page.locator('iframe').evaluate((element) => element.clientHeight))
      .toBe(Math.ceil(content ?? 0));
  });

  it('follows its fragment without a reload', async () => {
    const { page } = await show(frame(card, 'sandbox="allow-scripts"'));
    const inner = innerFrames(page)[0] as Frame;
    await drawn(inner);
    await page
      .locator('iframe')
      .evaluate(
        (element: HTMLIFrameElement, src) => (element.src = src),
        address({ ...card, element: 'kpi-trend', lang: 'da' }),
      );
    await drawn(inner, 'kpi-trend');
    expect(await inner.locator('kpi-card').count()).toBe(0);
    expect(await inner.evaluate(() => document.documentElement.lang)).toBe('da');
    expect(await inner.getByText('Nettoomsætning').count()).toBeGreaterThan(0);
  });

  it('names the origin that it posts to, once it knows it', async () => {
    // Only a page of the frame's own origin can see what the frame names.
    const spy = `<script>
      const posts = [];
      window.postMessage = (message, target) => posts.push({ ...message, target });
    </script>`;
    cdnPages['/page.html'] = page(frame({ ...card, id: 'a' }), `${icon}${spy}`);
    open = await visit(browser, `${cdn.url}/page.html`);
    await drawn(innerFrames(open.page)[0] as Frame);
    await open.page.evaluate(() => {
      const hello = { source: 'kpi-elements', version: 1, type: 'hello', nonce: 'n' };
      frames[0]?.postMessage({ ...hello, id: 'b' }, '*');
      frames[0]?.postMessage({ ...hello, id: 'a' }, '*');
    });
    const posts = () => open.page.evaluate<(Message & { target: string })[]>('posts');
    await expect.poll(async () => (await posts()).length).toBe(2);
    expect(await posts()).toEqual([
      expect.not.objectContaining({ nonce: 'n' }),
      expect.objectContaining({ id: 'a', nonce: 'n', target: cdn.url }),
    ]);
    expect((await posts())[0]?.target).toBe('*');
  });

  it('takes a nonce from its page only', async () => {
    const intruder = `<script>
      parent.frames[0].postMessage({ source: 'kpi-elements', version: 1, type: 'hello', id: '', nonce: 'stolen' }, '*');
    </script>`;
    cdnPages['/intruder.html'] = intruder;
    const visited = await show(frame(card, 'sandbox="allow-scripts"'));
    await drawn(innerFrames(visited.page)[0] as Frame);
    await visited.page.evaluate((address) => {
      const iframe = document.createElement('iframe');
      iframe.src = address;
      document.body.append(iframe);
      return new Promise((loaded) => iframe.addEventListener('load', loaded));
    }, `${cdn.url}/intruder.html`);
    await visited.page
      .locator('iframe')
      .first()
      .evaluate((element) => (element.style.width = '150px'));
    await visited.page.waitForTimeout(300);
    expect((await heard(visited)).map(({ nonce }) => nonce)).not.toContain('stolen');
  });

  it('sends its settings to no server', async () => {
    cdn.requests.length = 0;
    const { page } = await show(frame({ ...card, heading: 'Confidential' }));
    const inner = innerFrames(page)[0] as Frame;
    await drawn(inner);
    expect(await inner.title()).toBe('Confidential');
    expect(cdn.requests).toContain('/cdn/embed.html');
    expect(cdn.requests.join()).not.toMatch(/Confidential|net-sales|DKK/);
  });

  it('runs nothing that its fragment says', async () => {
    const hostile = {
      ...card,
      onclick: 'parent.postMessage(1)',
      style: 'color:red',
      heading: '<img src=x onerror=alert(1)>',
    };
    const { page, problems } = await show(frame(hostile, 'sandbox="allow-scripts"'));
    const inner = innerFrames(page)[0] as Frame;
    await drawn(inner);
    const widget = inner.locator('kpi-card');
    expect(
      await widget.evaluate((element) => [element.getAttribute('onclick'), element.getAttribute('style')]),
    ).toEqual([null, null]);
    expect(await widget.locator('img').count()).toBe(0);
    expect(await widget.getByText('<img src=x').count()).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });

  it.each([
    ['an unknown element', { element: 'kpi-nothing' }, /kpi-nothing/],
    ['an unknown KPI', { ...card, kpi: 'net-sale' }, /net-sale/],
    ['an address of a script', { ...card, src: 'javascript:alert(1)' }, /address/i],
    ['a secret', { ...card, src: 'https://shop.example/?access_token=1' }, /key or a password/],
  ])('says what is wrong: %s', async (_name, settings, words) => {
    const { page, problems } = await show(frame(settings));
    const inner = innerFrames(page)[0] as Frame;
    await expect.poll(() => inner.locator('main').getByText(words).count()).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });

  it('keeps nothing in the browser', async () => {
    open = await visit(browser, address(card));
    await drawn(open.page);
    const kept = await open.page.evaluate(async () => ({
      cookie: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
    }));
    expect(kept).toEqual({ cookie: '', local: 0, session: 0, databases: 0, caches: 0 });
    expect(await open.violations('main')).toEqual([]);
    await open.screenshot('embed-page');
  });

  it('has no length that follows the frame or the page’s root', () => {
    for (const file of ['kpi-elements.iife.js', 'embed.css']) {
      expect(readFileSync(join(root, 'dist/cdn', file), 'utf8')).not.toMatch(/\d(rem|[dsl]?v[hwib]|vmin|vmax)\b/);
    }
  });
});

// The page's side of the protocol, spoken to by frames that are not what they seem.
describe('frame.js', () => {
  let browser: Browser;
  let cdn: Site;
  let evil: Site;
  let open: Visit;

  const message = { source: 'kpi-elements', version: 1, type: 'height', id: 'x', height: 333 };
  /** A frame that answers as its page tells it, and says what it hears. */
  const puppet = `<script>
    addEventListener('message', ({ data }) => data.say ? parent.postMessage(data.say, '*') : parent.postMessage({ told: data }, '*'));
  </script>`;
  const settings = '#element=kpi-card&kpi=net-sales';

  async function show(body: (cdn: Site, evil: Site) => string): Promise<Page> {
    const shop = await serve({
      pages: { '/page.html': page(body(cdn, evil), `${listener}<script src="${cdn.url}/cdn/frame.js"></script>`) },
    });
    open = await visit(browser, `${shop.url}/page.html`);
    await shop.close();
    return open.page;
  }
  const say = (page: Page, index: number, what: unknown) =>
    page.evaluate(([frame, words]) => frames[frame]?.postMessage({ say: words }, '*'), [index, what] as const);
  const told = async () =>
    (await open.page.evaluate<{ told?: Message }[]>('heard')).flatMap(({ told }) => (told ? [told] : []));
  const rest = () => open.page.waitForTimeout(100);

  beforeAll(async () => {
    browser = await openBrowser();
    cdn = await serveCdn({ '/puppet.html': puppet });
    evil = await serve({ pages: { '/puppet.html': puppet } });
  });

  afterEach(() => open.close());

  afterAll(async () => {
    await browser.close();
    await cdn.close();
    await evil.close();
  });

  it('hears a frame of the origin that its address names, and greets it once', async () => {
    const page = await show(({ url }) => `<iframe src="${url}/puppet.html${settings}"></iframe>`);
    await say(page, 0, message);
    await expect.poll(() => heightOf(page)).toBe('333px');
    await expect.poll(told).toContainEqual({
      source: 'kpi-elements',
      version: 1,
      type: 'hello',
      id: 'x',
      nonce: expect.any(String) as string,
    });
  });

  it('hears an opaque origin only with the nonce that it was told', async () => {
    const page = await show(
      ({ url }) => `<iframe sandbox="allow-scripts" src="${url}/puppet.html${settings}"></iframe>`,
    );
    await say(page, 0, message);
    await expect.poll(async () => (await told()).at(-1)?.nonce).toEqual(expect.any(String));
    expect(await heightOf(page)).toBe('');
    await say(page, 0, { ...message, nonce: 'guessed' });
    await rest();
    expect(await heightOf(page)).toBe('');
    const { nonce } = (await told()).at(-1) as Message;
    await say(page, 0, { ...message, height: 444, nonce });
    await expect.poll(() => heightOf(page)).toBe('444px');
  });

  it('does not take one frame’s nonce from another', async () => {
    const page = await show(({ url }) =>
      `<iframe sandbox="allow-scripts" src="${url}/puppet.html${settings}"></iframe>`.repeat(2),
    );
    await say(page, 0, message);
    await expect.poll(async () => (await told()).length).toBeGreaterThan(0);
    const { nonce } = (await told()).at(-1) as Message;
    await say(page, 1, { ...message, nonce });
    await rest();
    expect(await page.locator('iframe').evaluateAll((all) => all.map(({ style }) => style.height))).toEqual(['', '']);
  });

  it('is deaf to a frame that was led to another origin', async () => {
    const page = await show(({ url }) => `<iframe src="${url}/puppet.html${settings}"></iframe>`);
    await page.evaluate((address) => {
      (frames[0] as Window).location.href = address;
    }, `${evil.url}/puppet.html`);
    await page.frameLocator('iframe').locator('script').waitFor({ state: 'attached' });
    await expect.poll(() => page.frames()[1]?.url()).toContain(evil.url);
    await say(page, 0, message);
    await rest();
    expect(await heightOf(page)).toBe('');
    expect(await told()).toEqual([]);
  });

  it('is deaf to the page itself and to frames that show no widget', async () => {
    const page = await show(({ url }) => `<iframe src="${url}/puppet.html"></iframe>`);
    await say(page, 0, message);
    await page.evaluate((words) => postMessage(words, '*'), message);
    await rest();
    expect(await heightOf(page)).toBe('');
    expect(await told()).toEqual([]);
  });

  it('caps what is asked for, and refuses what is no height', async () => {
    const page = await show(({ url }) => `<iframe src="${url}/puppet.html${settings}"></iframe>`);
    for (const height of ['333', -1, null, Infinity]) await say(page, 0, { ...message, height });
    await rest();
    expect(await heightOf(page)).toBe('');
    await say(page, 0, { ...message, height: 1e9 });
    await expect.poll(() => heightOf(page)).toBe('5000px');
  });
});

const heightOf = (page: Page) => page.locator('iframe').evaluate((element) => element.style.height);

const innerFrames = (page: Page) => page.frames().filter((frame) => frame.parentFrame() === page.mainFrame());
