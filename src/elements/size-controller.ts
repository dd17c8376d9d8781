import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Follows the size of one element, in px. Layout is never read while rendering: the observer reports it. */
export class SizeController implements ReactiveController {
  width = 0;
  height = 0;
  private observed: Element | undefined;
  private observer: ResizeObserver | undefined;

  /**
   * @param inNextFrame for an element whose size may follow from what is drawn in it: drawn in the same frame, the
   *   observer would report a loop to the page's error handlers
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly inNextFrame = false,
  ) {
    host.addController(this);
  }

  /** Follows this element instead of the one before. Cheap where it is the same one. */
  observe(element: Element | null | undefined): void {
    if (element === this.observed) return;
    this.observer?.disconnect();
    this.observed = element ?? undefined;
    if (!element) return;
    this.observer ??= new ResizeObserver((entries) => {
      const box = entries.at(-1)?.contentRect;
      if (!box || (box.width === this.width && box.height === this.height)) return;
      this.width = box.width;
      this.height = box.height;
      if (this.inNextFrame) requestAnimationFrame(() => this.host.requestUpdate());
      else this.host.requestUpdate();
    });
    this.observer.observe(element);
  }

  hostConnected(): void {
    if (this.observed) this.observer?.observe(this.observed);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
  }
}
