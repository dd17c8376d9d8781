import { ContextEvent } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { composedAncestors } from './composed-ancestors.js';
import { providedContext } from './kpi-provider/provided.js';
import type { Provided } from './kpi-provider/provided.js';

/** Finds a widget's provider: the one that it names, else the nearest around it; now, or when it arrives. */
export class ProviderController implements ReactiveController {
  /** What the provider last handed over. */
  provided: Provided | undefined;
  private unsubscribe: (() => void) | undefined;
  private named: string | undefined;
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.seek);
    this.seek();
    this.patience = setTimeout(this.warn, 3000);
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.seek);
    clearTimeout(this.patience);
    this.leave();
  }

  /** Follows the provider of this id, or the nearest one. */
  follow(id: string | undefined): void {
    if (id === this.named) return;
    this.named = id;
    this.seek();
  }

  /** Whether a provider is meant but has not answered: it is not in the page, or not upgraded, yet. */
  get awaited(): boolean {
    if (this.provided) return false;
    if (this.named !== undefined) return true;
    for (const ancestor of composedAncestors(this.host)) if (ancestor.localName === 'kpi-provider') return true;
    return false;
  }

  private readonly seek = (): void => {
    if (!this.host.isConnected) return;
    const from = this.named === undefined ? this.host : document.getElementById(this.named);
    if (this.provided && this.provided.element !== from && this.named !== undefined) this.leave();
    from?.dispatchEvent(new ContextEvent(providedContext, this.host, this.receive, true));
  };

  /** A provider that has only just arrived has nothing to hand over yet. */
  /** A provider may come at any time; but a developer who has misspelt its id would wait for ever. */
  private readonly warn = (): void => {
    if (this.named === undefined || this.provided) return;
    console.warn(`<${this.host.localName} provider="${this.named}"> waits: no <kpi-provider> has this id.`);
  };

  private readonly receive = (provided: Provided | undefined, unsubscribe?: () => void): void => {
    // A provider between a widget and the one that it names offers itself too.
    if (provided && this.named !== undefined && provided.element !== document.getElementById(this.named)) {
      unsubscribe?.();
      return;
    }
    if (unsubscribe !== this.unsubscribe) this.unsubscribe?.();
    this.unsubscribe = unsubscribe;
    this.provided = provided;
    this.host.requestUpdate();
  };

  private leave(): void {
    this.unsubscribe?.();
    this.unsubscribe = undefined;
    if (this.provided) this.host.requestUpdate();
    this.provided = undefined;
  }
}
