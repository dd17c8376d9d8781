import type { LitElement, ReactiveController } from 'lit';
import type * as explain from './explain.part.js';
import { LazyPart } from './part-controller.js';
import { placePanel } from './place-panel.js';

/** What explains figures. */
export type Explain = typeof explain;

export type PanelContent = 'proof' | 'table';

/** A widget's one panel: a native popover that is made when it is first asked for, its content each time. */
export class PanelController implements ReactiveController {
  /** Whether it was ever asked for. */
  isMade = false;
  /** What the open panel holds; undefined while it is closed. */
  content: PanelContent | undefined;
  /** What the panel is filled with. */
  readonly explain: LazyPart<Explain>;
  #wanted: PanelContent = 'proof';
  #anchor: Element | undefined;

  /**
   * @param drawNow draws the host at once: the browser looks for the panel as soon as the click has been heard
   * @param expectAdvice fetches what to make of the figures; without it the panel tells what they are
   */
  constructor(
    private readonly host: LitElement,
    private readonly drawNow: () => void,
    private readonly expectAdvice: (lang: string) => void,
  ) {
    this.explain = new LazyPart(host, () => import('./explain.part.js'));
    host.addController(this);
  }

  hostDisconnected(): void {
    this.content = undefined;
  }

  /** For the pointer or the focus on a button that opens it. */
  readonly expect = (): void => void this.explain.fetch();

  /** For the clicks of buttons that open the panel, before the browser acts on their `popovertarget`. */
  readonly askProof = (event: Event): void => this.#ask('proof', event);
  readonly askTable = (event: Event): void => this.#ask('table', event);

  #ask(content: PanelContent, event: Event): void {
    this.#wanted = content;
    this.#anchor = event.currentTarget as Element;
    if (this.isMade) return;
    this.isMade = true;
    this.drawNow();
  }

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
    if (!this.content) return;
    this.expectAdvice(panel.closest<HTMLElement>('[lang]')?.lang ?? 'en');
    // By the next frame it is rendered and shown, and can be measured before it is painted.
    const place = () => requestAnimationFrame(() => this.#place(panel));
    place();
    if (!this.explain.atHand) void this.explain.fetch().then(place);
  };

  #place(panel: HTMLElement): void {
    if (this.#anchor && this.content && panel.isConnected) placePanel(panel, this.#anchor, 'end');
  }
}
