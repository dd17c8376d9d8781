import { KpiError } from '../core/error.js';

const wanted = 'Expected all rows at once, or a Link header that names the next page.';

/**
 * Why a response that says that it is not all there is is refused.
 *
 * @param isPage whether it names a next one
 * @returns `incomplete-data` with the `status`, and the `range` that it tells
 */
export function partialResponse({ headers, status }: Response, isPage: boolean): KpiError {
  const range = headers.get('content-range') ?? undefined;
  const problem = isPage
    ? 'The response is a page: its Link header names the next one.'
    : `The response is a part of the data: status ${status}, Content-Range ${range ?? 'none'}. ${wanted}`;
  return new KpiError('incomplete-data', problem, { status, range });
}

/** Rows as they come, of a response that says how many there are in all. @throws KpiError as `refuseFewer` */
export async function* countedTo<Slice extends { readonly length: number }>(
  total: number,
  slices: AsyncIterable<Slice>,
): AsyncGenerator<Slice> {
  let rows = 0;
  for await (const slice of slices) {
    rows += slice.length;
    yield slice;
  }
  refuseFewer(total, rows);
}

/** How many rows a list holds, or an object whose lists are all as long; undefined of all else. */
export function lengthIn(value: unknown): number | undefined {
  const lists = Array.isArray(value) ? [value] : Object.values(Object(value) as object).filter(Array.isArray);
  const [length, other] = new Set(lists.map((list: readonly unknown[]) => list.length));
  return other === undefined ? length : undefined;
}

/** @throws KpiError `incomplete-data` with `total` and `rows` where there are fewer than a response says */
export function refuseFewer(total: number, rows: number | undefined): void {
  if (rows === undefined || rows >= total) return;
  const message = `The response holds ${rows} rows, and says in a header that there are ${total}. ${wanted}`;
  throw new KpiError('incomplete-data', message, { total, rows });
}
