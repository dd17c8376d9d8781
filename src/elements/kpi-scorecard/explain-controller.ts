import { html } from 'lit';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import type { ScorecardRow } from '../../view-model/scorecard-row.js';
import { placePanel } from '../place-panel.js';

/** How long it stays, so that the pointer can move onto it, ms. */
const patience = 150;

/** Explains the row that has the focus, or that the pointer rests on: what it means, and its figures in words. */
export class ExplainController implements ReactiveController {
  /** Key of the row that is explained. */
  key: string | undefined;
  private row: ScorecardRow | undefined;
  private anchor: Element | undefined;
  private leaving: ReturnType<typeof setTimeout> | undefined;

  /** @param expect fetches what defines the rows */
  constructor(
    private readonly host: LitElement,
    private readonly expect: () => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  hostUpdated(): void {
    const tip = this.host.renderRoot.querySelector<HTMLElement>('#tip');
    if (!tip || !this.anchor?.isConnected) return;
    if (!tip.matches(':popover-open')) tip.showPopover();
    placePanel(tip, this.anchor, 'start');
  }

  /** For the name of a row: opens when a key brought the focus, or the pointer came. */
  readonly enter =
    (row: ScorecardRow) =>
    (event: Event): void => {
      const name = event.currentTarget as Element;
      const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
      if (isTouch || (event.type === 'focusin' && !name.querySelector(':focus-visible'))) return;
      this.expect();
      clearTimeout(this.leaving);
      this.row = row;
      this.key = row.key;
      this.anchor = name;
      this.host.requestUpdate();
    };

  readonly leave = (): void => {
    clearTimeout(this.leaving);
    this.leaving = setTimeout(this.close, patience);
  };

  readonly stay = (): void => clearTimeout(this.leaving);

  readonly close = (): void => {
    clearTimeout(this.leaving);
    if (this.key === undefined) return;
    this.row = this.key = this.anchor = undefined;
    this.host.requestUpdate();
  };

  /** @param tell what a row's figure means, and what is to be known of it; undefined where nobody can tell */
  render(tell: (row: ScorecardRow) => readonly (string | undefined)[]): TemplateResult | undefined {
    const { row } = this;
    if (!row) return undefined;
    const [definition, ...more] = tell(row);
    const texts = [definition, row.sentence, ...more].filter((text) => text !== undefined);
    return html`<div
      id="tip"
      class="panel"
      popover="manual"
      role="tooltip"
      @pointerenter=${this.stay}
      @pointerleave=${this.leave}
    >
      ${texts.map((text) => html`<p>${text}</p>`)}
    </div>`;
  }
}
