import type { LitElement, ReactiveController } from 'lit';
import type { KpiError } from '../core/error.js';
import { fetched } from '../core/fetched.js';
import { asKpiError } from './data-controller.js';
import type { DataState } from './data-controller.js';

/**
 * The part of a widget that only a page with such a widget needs. It is fetched when the first one comes into the page,
 * beside its data.
 */
export class PartController<Part> implements ReactiveController {
  #part: Part | undefined;
  #problem: KpiError | undefined;
  #isComing = false;
  /** The last data that there were. */
  #data: DataState | undefined;

  /** @param load imports it; as often as it is asked */
  constructor(
    private readonly host: LitElement,
    private readonly load: () => Promise<Part>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.#fetch();
  }

  /** What it holds. Only what `awaited` has let through may ask. */
  get held(): Part {
    if (!this.#part) throw new Error('This part has not come yet.');
    return this.#part;
  }

  /**
   * Data count as coming until the part is there too. New data ask again for a part that did not come.
   *
   * @throws KpiError `missing-part` where it did not
   */
  awaited(data: DataState): DataState {
    if (this.#part) return data;
    const isThere = data.kind === 'there';
    if (isThere && this.#data && this.#data !== data) void this.#fetch();
    if (isThere) this.#data = data;
    if (this.#problem) throw this.#problem;
    return isThere ? { kind: 'loading' } : data;
  }

  async #fetch(): Promise<void> {
    if (this.#part || this.#isComing) return;
    this.#isComing = true;
    try {
      this.#part = await fetched(this.load());
    } catch (problem) {
      this.#problem = asKpiError(problem);
    }
    this.#isComing = false;
    this.host.requestUpdate();
  }
}
