import type { LitElement, ReactiveController } from 'lit';
import { afterGrace } from './after-grace.js';
import type * as failure from './failure.part.js';
import { LazyPart } from './part-controller.js';

/** What a widget shows in place of figures. It comes with the first error, or once it is clear that nothing has been given. */
export class FailureController extends LazyPart<typeof failure> implements ReactiveController {
  #endWait: (() => void) | undefined;

  constructor(host: LitElement) {
    super(host, () => import('./failure.part.js'));
    host.addController(this);
  }

  hostDisconnected(): void {
    this.awaitGiven(true);
  }

  /** Begins to fetch it. @returns whether it is on its way */
  get isComing(): boolean {
    if (this.atHand || this.problem) return false;
    void this.fetch();
    return true;
  }

  /** Says that nothing has been given, unless something soon is. */
  awaitGiven(isGiven: boolean): void {
    if (!isGiven) this.#endWait ??= afterGrace(() => void this.fetch());
    else if (this.#endWait) this.#endWait = void this.#endWait();
  }
}
