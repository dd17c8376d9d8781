/**
 * The script of embed.html: one widget in a frame, set by the address's fragment, which no server sees. Tells the page
 * around it how high the widget is.
 */
import type {} from './start.js';
import { heightMessage, readHello } from './frame-message.js';
import { createHeights } from './settle-height.js';

const place = document.querySelector('main') ?? document.body;
const heights = createHeights();
let id = '';
let nonce: string | undefined;
/** The page around the frame, once it has made itself known. */
let parentOrigin = '*';
let height: number | undefined;

function draw(): void {
  const settings = new URLSearchParams(location.hash.slice(1));
  id = settings.get('id') ?? '';
  document.documentElement.lang = settings.get('lang') || 'en';
  // A frame cannot see whether the page around it is dark; the visitor's wish counts where the page says so.
  document.documentElement.style.colorScheme = settings.get('appearance') === 'auto' ? 'light dark' : '';
  document.title = settings.get('heading') || settings.get('kpi') || 'KPI';
  settings.delete('id');
  // The snippet is the one gate for settings from outside.
  const div = document.createElement('div');
  for (const [name, value] of settings) {
    if (/^[a-z]+(-[a-z]+)*$/.test(name)) div.setAttribute(name === 'kpi' ? 'data-kpi' : `data-kpi-${name}`, value);
  }
  place.replaceChildren(div);
  globalThis.KpiElements?.upgrade(div);
  if (!div.shadowRoot) div.textContent = complaint(settings.get('element'));
}

/** In English: no language has been fetched. */
function complaint(element: string | null): string {
  if (!globalThis.KpiElements) return 'kpi-elements.iife.js did not load.';
  const expected = 'Expected #element=kpi-card&kpi=net-sales&src=… at the end of the address.';
  return element ? `There is no widget “${element}”. ${expected}` : expected;
}

function post(): void {
  if (height === undefined || parent === window) return;
  parent.postMessage(heightMessage(id, height, nonce), parentOrigin);
}

addEventListener('message', ({ data, source, origin }: MessageEvent<unknown>) => {
  const hello = readHello(data);
  if (!hello || source !== parent || (id && hello.id !== id)) return;
  ({ id, nonce } = hello);
  parentOrigin = origin === 'null' ? '*' : origin;
  post();
});

addEventListener('hashchange', draw);
draw();

new ResizeObserver(() => {
  const { width, height: content } = place.getBoundingClientRect();
  const wanted = heights({ width, height: content, time: performance.now() });
  if (wanted === undefined) return;
  height = wanted;
  post();
}).observe(place);
