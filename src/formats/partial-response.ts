import { KpiError } from '../core/error.js';

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
    : `The response is a part of the data: status ${status}, Content-Range ${range ?? 'none'}. Expected all rows at ` +
      'once, or a Link header that names the next page.';
  return new KpiError('incomplete-data', problem, { status, range });
}
