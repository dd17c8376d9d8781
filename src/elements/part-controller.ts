import type { CSSResult, LitElement, ReactiveController } from 'lit';
import type { KpiError } from '../core/error.js';
import { asKpiError } from '../core/error.js';
import { fetched } from '../core/fetched.js';
import type { DataState } from './data-controller.js';

/** What every part brings: the style sheet of what it draws. */
interface Drawing {
  readonly styles: CSSResult;
}

/** A part of an element that is fetched when it is needed. */
export class LazyPart<Part extends Drawing> {
  /** Undefined until it has come. */
  atHand: Part | undefined;
  /** Why it did not come, when it was last asked for. */
  problem: KpiError | undefined;
  #coming: Promise<void> | undefined;

  /** @param load imports it; as often as it is asked */
  constructor(
    protected readonly host: LitElement,
    private readonly load: () => Promise<Part>,
  ) {}

  /** Fetches it, unless it is there or on its way. Settles when it is there, or when `problem` says why it is not. */
  fetch(): Promise<void> {
    if (this.atHand) return Promise.resolve();
    return (this.#coming ??= this.#ask());
  }

  async #ask(): Promise<void> {
    try {
      const part = await fetched(this.load());
      const { styleSheet } = part.styles;
      if (styleSheet) this.host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
      this.atHand = part;
      this.problem = undefined;
    } catch (cause) {
      this.problem = asKpiError(cause);
    }
    this.#coming = undefined;
    this.host.requestUpdate();
  }
}

/**
 * The part of a widget that only a page with such a widget needs. It is fetched when the widget comes into the page,
 * beside its data.
 */
export class PartController<Part extends Drawing> extends LazyPart<Part> implements ReactiveController {
  /** The last data that there were. */
  #data: DataState | undefined;

  constructor(host: LitElement, load: () => Promise<Part>) {
    super(host, load);
    host.addController(this);
  }

  hostConnected(): void {
    void this.fetch();
  }

  /** What it holds. Only what `awaited` has let through may ask. */
  get held(): Part {
    if (!this.atHand) throw new Error('This part has not come yet.');
    return this.atHand;
  }

  /**
   * Data count as coming until the part is there too. New data ask again for a part that did not come.
   *
   * @throws KpiError `missing-part` where it did not
   */
  awaited(data: DataState): DataState {
    if (this.atHand) return data;
    const isThere = data.kind === 'there';
    if (isThere && this.#data && this.#data !== data) void this.fetch();
    if (isThere) this.#data = data;
    if (this.problem) throw this.problem;
    return isThere ? { kind: 'loading' } : data;
  }
}
