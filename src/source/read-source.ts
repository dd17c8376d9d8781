import type { Meter } from '../core/dataset/limits.js';
import type { Dataset } from '../core/dataset/dataset.js';
import { KpiError } from '../core/error.js';
import { fetched } from '../core/fetched.js';
import type { LoadOptions } from '../formats/load-dataset.js';
import { checkAddress } from './address.js';
import { askEndpoint } from './endpoint.js';
import type { Persistence } from './persistence.js';
import type { SourceQuestion } from './request-cache.js';

/** What makes data of answers. */
export interface AnswerReader {
  loadDataset(answer: Response, options: LoadOptions): Promise<Dataset>;
  /** What a page of an answer holds. */
  readJsonAnswer(answer: Response, meter?: Meter): Promise<unknown>;
  readTextAnswer(answer: Response, meter?: Meter): Promise<string>;
}

/**
 * Asks an endpoint and reads its answer. What fails and may pass is asked again, what comes in pages is read to the
 * last one: what that takes is fetched when it is needed.
 *
 * @param reader may still be on its way
 * @param fresh whether a stored answer has to be shown to the server first
 * @throws KpiError of the address, the request, or the data; the signal's reason when aborted
 */
export async function readSource(
  { address, base, options, request }: SourceQuestion,
  reader: Promise<AnswerReader>,
  signal: AbortSignal,
  fresh: boolean,
): Promise<Dataset> {
  const url = checkAddress(address, base);
  const call = { signal, request, fresh };
  /** All pages of an answer are counted as one. */
  let meter: Meter | undefined;
  const pageBy =
    <Value>(read: (by: AnswerReader, response: Response) => Promise<Value>) =>
    async (page: URL) => {
      const response = await askEndpoint(page, call);
      return { value: await read(await reader, response), link: response.headers.get('link') };
    };
  const readPage = pageBy((by, response) => by.readJsonAnswer(response, meter));
  const readTextPage = pageBy((by, response) => by.readTextAnswer(response, meter));
  let coming: Promise<Persistence> | undefined;
  const persistence = () =>
    (coming ??= fetched(import('./persistence.part.js')).then(
      (part) => new part.Persistence({ address: url, signal, canRenew: request !== undefined, readPage, readTextPage }),
    ));
  const attempt = async () => {
    const response = await askEndpoint(url, call);
    const link = response.headers.get('link');
    const complete = async (value: unknown, counted: Meter) => {
      meter = counted;
      return (await persistence()).whole({ value, link });
    };
    const further = async function* (counted: Meter) {
      meter = counted;
      yield* (await persistence()).further(link);
    };
    return (await reader).loadDataset(response, { ...options, complete, further, signal });
  };
  try {
    return await attempt();
  } catch (failure) {
    // What tells its address came on the way there, and may not come again.
    const mayPass = failure instanceof KpiError && 'address' in failure.details;
    if (signal.aborted || !mayPass) throw failure;
    // Where nothing can be fetched, nor can what asks again.
    const persistent = await persistence().catch(() => undefined);
    if (!persistent) throw failure;
    return persistent.again(attempt, failure);
  }
}
