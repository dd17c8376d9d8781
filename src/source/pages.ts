import { KpiError } from '../core/error.js';
import { plainAddress } from './plain-address.js';

/** So many pages are read of one answer. */
const mostPages = 1000;

/** Where answers keep the address of their next page. */
const cursors = ['next', 'next_page', 'links.next', '_links.next.href', 'paging.next', '@odata.nextLink'];

/**
 * The address of the page after this one; undefined after the last.
 *
 * @param value what the page holds
 * @param link its `Link` header
 * @param here its own address
 */
export function nextPage(value: unknown, link: string | null, here: URL): URL | undefined {
  const address = linked(link) ?? cursors.map((path) => memberAt(value, path)).find(isAddress);
  if (address !== undefined) return new URL(address, here);
  // Stripe names the last record that was seen.
  const last = memberAt(value, 'has_more') === true ? lastId(memberAt(value, 'data')) : undefined;
  if (last === undefined) return undefined;
  const next = new URL(here);
  next.searchParams.set('starting_after', last);
  return next;
}

/**
 * Asks for the pages after the first, one by one.
 *
 * @param ask reads another one
 * @throws KpiError `incomplete-data` where the pages lead to another origin, in a circle or on and on; what `ask` throws
 */
export async function* pagesAfter<Value>(
  here: URL,
  first: Page<Value>,
  ask: (address: URL) => Promise<Page<Value>>,
): AsyncGenerator<Page<Value>> {
  const seen = new Set([here.href]);
  for (let page = first, at = here; ;) {
    const next = nextPage(page.value, page.link, at);
    if (!next) return;
    next.hash = '';
    if (next.origin !== here.origin) throw incomplete(here, seen.size, `the next one is at ${next.origin}`);
    if (seen.has(next.href)) throw incomplete(here, seen.size, 'they lead in a circle');
    if (seen.size === mostPages) throw incomplete(here, seen.size, 'there are more, and no more are read');
    seen.add(next.href);
    page = await ask(next);
    yield page;
    at = next;
  }
}

/**
 * Reads all pages of an answer, and joins them into what a server without pages would have answered.
 *
 * @param first the first page and its `Link` header
 * @throws as `pagesAfter`
 */
export async function readPages(here: URL, first: Page, ask: (address: URL) => Promise<Page>): Promise<unknown> {
  const pages = [first.value];
  for await (const { value } of pagesAfter(here, first, ask)) pages.push(value);
  return joined(pages);
}

export interface Page<Value = unknown> {
  readonly value: Value;
  readonly link: string | null;
}

/** Lists one after the other; of all else what the last page says, whose cursor leads nowhere. */
function joined(pages: readonly unknown[]): unknown {
  const last = pages.at(-1);
  if (Array.isArray(last)) return pages.filter(Array.isArray).flat();
  if (typeof last !== 'object' || last === null) return last;
  const members = Object.keys(last).map((name) => [name, joined(pages.map((page) => memberAt(page, name)))]);
  return Object.fromEntries(members);
}

/** `<https://shop.example/orders?page=2>; rel="next"` */
function linked(link: string | null): string | undefined {
  for (const [, address, parameters = ''] of (link ?? '').matchAll(/<([^>]*)>((?:\s*;[^,;"]*(?:"[^"]*")?)*)/g)) {
    if (/;\s*rel\s*=\s*"?(?:[^"]*\s)?next\b/i.test(parameters)) return address;
  }
  return undefined;
}

const isAddress = (value: unknown): value is string => typeof value === 'string' && /^(https?:\/\/|[/?])/.test(value);

function memberAt(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, path)) return (value as Readonly<Record<string, unknown>>)[path];
  const dot = path.indexOf('.');
  return dot < 0 ? undefined : memberAt(memberAt(value, path.slice(0, dot)), path.slice(dot + 1));
}

function lastId(list: unknown): string | undefined {
  const id = Array.isArray(list) ? memberAt(list.at(-1), 'id') : undefined;
  return typeof id === 'string' ? id : undefined;
}

function incomplete(here: URL, pages: number, problem: string): KpiError {
  const address = plainAddress(here);
  const message = `${address} answers in pages, of which ${pages} were read: ${problem}. A part is not taken for the whole.`;
  return new KpiError('incomplete-data', message, { address, pages });
}
