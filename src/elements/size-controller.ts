import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** One observer for all widgets: their sizes come in one call, and what follows is drawn in one go. */
const followers = new WeakMap<Element, (box: DOMRectReadOnly) => void>();
let observer: ResizeObserver | undefined;

function follow(element: Element, follower: (box: DOMRectReadOnly) => void): void {
  observer ??= new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) followers.get(target)?.(contentRect);
  });
  followers.set(element, follower);
  observer.observe(element);
}

export interface SizeOptions {
  /**
   * For an element whose size may follow from what is drawn in it: drawn in the same frame, the observer would report a
   * loop to the page's error handlers.
   */
  readonly inNextFrame?: boolean;
  /** Whether what is drawn depends on the size that has just changed. Default: it does. */
  readonly redraws?: () => boolean;
}

/** Follows the size of one element, in px. Layout is never read while rendering: the observer reports it. */
export class SizeController implements ReactiveController {
  width = 0;
  height = 0;
  #observed: Element | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: SizeOptions = {},
  ) {
    host.addController(this);
  }

  /** Follows this element instead of the one before. Cheap where it is the same one. */
  observe(element: Element | null | undefined): void {
    if (element === this.#observed) return;
    this.hostDisconnected();
    this.#observed = element ?? undefined;
    this.hostConnected();
  }

  hostConnected(): void {
    if (this.#observed) follow(this.#observed, this.#resized);
  }

  hostDisconnected(): void {
    if (this.#observed) observer?.unobserve(this.#observed);
  }

  readonly #resized = ({ width, height }: DOMRectReadOnly): void => {
    if (width === this.width && height === this.height) return;
    this.width = width;
    this.height = height;
    const { inNextFrame, redraws } = this.options;
    if (redraws?.() === false) return;
    if (inNextFrame) requestAnimationFrame(() => this.host.requestUpdate());
    else this.host.requestUpdate();
  };
}
