import type { LitElement, ReactiveController } from 'lit';
import { placePanel } from './place-panel.js';

export type PanelContent = 'proof' | 'table';

/** A widget's one panel: a native popover whose content is made when it is asked for. */
export class PanelController implements ReactiveController {
  /** What the open panel holds; undefined while it is closed. */
  content: PanelContent | undefined;
  #wanted: PanelContent = 'proof';
  #anchor: Element | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.content = undefined;
  }

  /** For the click of a button that opens the panel, before the browser acts on its `popovertarget`. */
  readonly ask =
    (content: PanelContent) =>
    (event: Event): void => {
      this.#wanted = content;
      this.#anchor = event.currentTarget as Element;
    };

  /** Shows something else in the panel that is open. */
  show(content: PanelContent): void {
    this.content = content;
    this.host.requestUpdate();
  }

  readonly beforeToggle = (event: ToggleEvent): void => {
    const panel = event.currentTarget as HTMLElement;
    this.content = event.newState === 'open' ? this.#wanted : undefined;
    // Only now: an element that is inserted with it asks for the focus of the whole page, which frames are refused.
    panel.autofocus = this.content !== undefined;
    this.host.requestUpdate();
    // By the next frame it is rendered and shown, and can be measured before it is painted.
    if (!this.content) return;
    requestAnimationFrame(() => {
      if (this.#anchor && panel.isConnected) placePanel(panel, this.#anchor, 'end');
    });
  };
}
