import { readJson } from '../formats/json-text.js';
import { chunksOf } from '../formats/text.js';
import { plainAddress } from './address.js';
import { askEndpoint } from './endpoint.js';
import type { Call } from './endpoint.js';
import { readPages } from './pages.js';
import type { Page } from './pages.js';
import { rest } from './rest.js';
import { Retries } from './retries.js';
import { saidInstead } from './said-instead.js';

/** Brings one load to its end: asks again after what may pass, and reads on until the answer is whole. */
export class Persistence {
  readonly #retries: Retries;

  constructor(
    private readonly address: URL,
    private readonly call: Call,
  ) {
    this.#retries = new Retries({ canRenew: call.request !== undefined, isOffline: () => !navigator.onLine });
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
      if (pause === undefined) throw last;
      await rest(pause, this.call.signal);
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
   * @param link the `Link` header of the first page
   * @throws KpiError `busy`, `bad-answer`, `incomplete-data`; those of the request for a page
   */
  async whole(value: unknown, link: string | null): Promise<unknown> {
    const refusal = saidInstead(value, plainAddress(this.address));
    if (refusal) throw refusal;
    return readPages(this.address, { value, link }, (address) => {
      this.#retries.succeeded();
      const ask = () => this.#ask(address);
      return ask().catch((failure: unknown) => this.again(ask, failure));
    });
  }

  async #ask(address: URL): Promise<Page> {
    const response = await askEndpoint(address, this.call);
    const value = await readJson(chunksOf(response));
    const refusal = saidInstead(value, plainAddress(address));
    if (refusal) throw refusal;
    return { value, link: response.headers.get('link') };
  }
}
