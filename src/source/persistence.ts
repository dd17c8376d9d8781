import { KpiError } from '../core/error.js';
import { pagesAfter, readPages } from './pages.js';
import type { Page } from './pages.js';
import { rest } from './rest.js';
import { Retries } from './retries.js';
import { retryAfter } from './retry-after.js';
import { saidInstead } from './said-instead.js';

/** One load: where it asks, and how. */
export interface Asking {
  readonly address: URL;
  readonly signal: AbortSignal;
  /** Whether another attempt may bring another token. */
  readonly canRenew: boolean;
  /** Asks for another page of the answer, once. */
  readonly readPage: (address: URL) => Promise<Page>;
  /** The same of one that is no JSON. */
  readonly readTextPage: (address: URL) => Promise<Page<string>>;
}

/** Brings one load to its end: asks again after what may pass, and reads on until the answer is whole. */
export class Persistence {
  readonly #retries: Retries;

  constructor(private readonly asking: Asking) {
    this.#retries = new Retries({ canRenew: asking.canRenew, isOffline: () => !navigator.onLine });
  }

  /**
   * Attempts again and again, with pauses, until it succeeds.
   *
   * @param failure why the last attempt failed
   * @throws the last failure once there is no sense in another attempt; the signal's reason when aborted
   */
  async again<Value>(attempt: () => Promise<Value>, failure: unknown): Promise<Value> {
    for (let last = failure; ;) {
      const pause = this.#retries.pauseAfter(last);
      if (pause === undefined) throw told(last);
      await rest(pause, this.asking.signal);
      try {
        return await attempt();
      } catch (cause) {
        last = cause;
      }
    }
  }

  /**
   * The whole of what an answer is the beginning of, or only the first page of.
   *
   * @param first what the answer holds, and its `Link` header
   * @throws KpiError `busy`, `bad-answer`, `incomplete-data`; what the request for a page throws
   */
  async whole(first: Page): Promise<unknown> {
    const { address, readPage } = this.asking;
    return readPages(address, checked(first, address), this.#patient(readPage));
  }

  /**
   * The texts of the pages after the first one.
   *
   * @param link the `Link` header of the first
   * @throws KpiError as `whole`
   */
  async *further(link: string | null): AsyncGenerator<string> {
    const { address, readTextPage } = this.asking;
    for await (const { value } of pagesAfter(address, { value: '', link }, this.#patient(readTextPage))) yield value;
  }

  /** Asks for a page again after what may pass. */
  #patient<Value>(read: (address: URL) => Promise<Page<Value>>): (address: URL) => Promise<Page<Value>> {
    return (next) => {
      // The page before it came.
      this.#retries.succeeded();
      const ask = async () => checked(await read(next), next);
      return ask().catch((failure: unknown) => this.again(ask, failure));
    };
  }
}

function checked<Value>(page: Page<Value>, address: URL): Page<Value> {
  const refusal = saidInstead(page.value, address);
  if (refusal) throw refusal;
  return page;
}

/**
 * A failure with what there is to say of it: what there is `instead` of data, and `until` when, epoch ms, a server that
 * asks for a longer pause than anybody waits for is left alone.
 */
function told(failure: unknown): unknown {
  if (!(failure instanceof KpiError)) return failure;
  const { code, message, details } = failure;
  const { status } = details;
  const instead = code === 'bad-answer' ? insteadOf(status) : undefined;
  const pause = retryAfter(details['retryAfter'], Date.now());
  const until = pause === undefined ? undefined : Date.now() + pause;
  return new KpiError(code, message, { ...details, ...(instead && { instead }), ...(until && { until }) });
}

function insteadOf(status: unknown): string | undefined {
  if (status === 404 || status === 410) return 'not-found';
  return typeof status === 'number' && status >= 500 ? 'fault' : undefined;
}
