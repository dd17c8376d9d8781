import { ContextEvent } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { KpiError } from '../core/error.js';
import { afterGrace } from './after-grace.js';
import { composedAncestors } from './composed-ancestors.js';
import { providedContext } from './kpi-provider/provided.js';
import type { Provided } from './kpi-provider/provided.js';

/** Those that a provider which arrives may be meant for. */
const seekers = new Set<() => void>();
const seekAll = () => seekers.forEach((seek) => seek());

/** Finds an element's provider: the one that it names, else the nearest around it; now, or when it arrives. */
export class ProviderController implements ReactiveController {
  /** What the provider last handed over. */
  provided: Provided | undefined;
  #unsubscribe: (() => void) | undefined;
  #named: string | undefined;
  #endWait: (() => void) | undefined;
  #hasWaited = false;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    // On the way down: a provider around the one that arrives keeps its event for itself.
    if (seekers.size === 0) document.addEventListener('context-provider', seekAll, true);
    seekers.add(this.#seek);
    this.#seek();
  }

  hostDisconnected(): void {
    seekers.delete(this.#seek);
    if (seekers.size === 0) document.removeEventListener('context-provider', seekAll, true);
    this.#rest();
    this.#leave();
  }

  /** Follows the provider of this id, or the nearest one. */
  follow(id: string | undefined): void {
    if (id === this.#named) return;
    this.#named = id;
    this.#rest();
    this.#seek();
  }

  /** Whether a provider is meant but has not answered: it is not in the page, or not upgraded, yet. */
  get awaited(): boolean {
    if (this.provided) return false;
    if (this.#named !== undefined) return true;
    for (const ancestor of composedAncestors(this.host)) {
      if (ancestor !== this.host && ancestor.localName === 'kpi-provider') return true;
    }
    return false;
  }

  /**
   * Why nothing is awaited any more: nobody has the id, or the page has not loaded the element. A provider that comes
   * later is followed still.
   */
  get missing(): KpiError | undefined {
    if (this.provided || !this.#hasWaited) return undefined;
    const id = this.#named;
    if (!customElements.get('kpi-provider') && (id === undefined || this.#find(id))) {
      const missing = 'kpi-elements/define/kpi-provider';
      return new KpiError('undefined-provider', `<kpi-provider> is not defined. Expected import '${missing}'.`, {
        missing,
      });
    }
    if (id === undefined) return undefined;
    return new KpiError('unknown-provider', `provider: there is no <kpi-provider id="${id}"> in this document.`, {
      option: 'provider',
      value: id,
    });
  }

  readonly #seek = (): void => {
    if (!this.host.isConnected) return;
    const from = this.#named === undefined ? this.host : this.#find(this.#named);
    if (this.provided && this.#named !== undefined && this.provided.element !== from) this.#leave();
    from?.dispatchEvent(new ContextEvent(providedContext, this.host, this.#receive, true));
    if (this.awaited) this.#wait();
  };

  /** An id is looked up where the element stands, then in the trees around it. */
  #find(id: string): Element | null {
    let root = this.host.getRootNode();
    while (root instanceof ShadowRoot) {
      const found = root.getElementById(id);
      if (found) return found;
      root = root.host.getRootNode();
    }
    return document.getElementById(id);
  }

  #wait(): void {
    this.#endWait ??= afterGrace(() => {
      this.#hasWaited = true;
      this.host.requestUpdate();
    });
  }

  #rest(): void {
    this.#endWait?.();
    this.#endWait = undefined;
    this.#hasWaited = false;
  }

  /** A provider that has only just arrived, or has left the page, has nothing to hand over. */
  readonly #receive = (provided: Provided | undefined, unsubscribe?: () => void): void => {
    // A provider between an element and the one that it names offers itself too.
    const isOther = this.#named !== undefined && provided && provided.element !== this.#find(this.#named);
    if (isOther || this.#standsBehind(provided)) {
      unsubscribe?.();
      return;
    }
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.provided = provided;
    if (provided) this.#rest();
    else if (this.awaited) this.#wait();
    this.host.requestUpdate();
  };

  /** Whether the host is a provider that this one, at first hand or not, gets its own settings from. */
  #standsBehind(provided: Provided | undefined): boolean {
    for (let link = provided; link; link = link.outer) if (link.element === this.host) return true;
    return false;
  }

  #leave(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    if (this.provided) this.host.requestUpdate();
    this.provided = undefined;
  }
}
