import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearest } from '../visuals/nearest.js';

export interface Explorable {
  /** The points that the crosshair stops at, in px of the chart. */
  places(): readonly { readonly x: number }[];
  /** The person chose a point. */
  choose(index: number): void;
}

/** The crosshair of a chart: follows the pointer, and the arrow keys point by point. */
export class ExploreController implements ReactiveController {
  /** Position of the point under the crosshair. */
  active: number | undefined;
  /** Whether keys moved it: then the point is also said aloud. */
  byKeyboard = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly chart: Explorable,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.leave();
  }

  readonly leave = (): void => this.move(undefined, false);

  /** A finger is lifted after every touch: what it pointed at stays until the focus leaves. */
  readonly pointerLeave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.leave();
  };

  readonly pointer = (event: PointerEvent): void => {
    const left = (event.currentTarget as Element).getBoundingClientRect().left;
    this.move(nearest(this.chart.places(), event.clientX - left), false);
  };

  readonly click = (): void => {
    if (this.active !== undefined) this.chart.choose(this.active);
  };

  readonly key = (event: KeyboardEvent): void => {
    const last = this.chart.places().length - 1;
    if (last < 0 || !this.stop(event.key, last)) return;
    event.preventDefault();
    if (event.key === 'Escape') event.stopPropagation();
  };

  /** Whether the key is one of the chart's. */
  private stop(key: string, last: number): boolean {
    const from = this.active ?? last + 1;
    switch (key) {
      case 'ArrowRight':
      case 'ArrowUp':
        this.move(this.active === undefined ? last : Math.min(from + 1, last), true);
        return true;
      case 'ArrowLeft':
      case 'ArrowDown':
        this.move(Math.max(from - 1, 0), true);
        return true;
      case 'Home':
        this.move(0, true);
        return true;
      case 'End':
        this.move(last, true);
        return true;
      case 'Enter':
      case ' ':
        if (this.active === undefined) return false;
        this.chart.choose(this.active);
        return true;
      case 'Escape':
        if (this.active === undefined) return false;
        this.leave();
        return true;
      default:
        return false;
    }
  }

  private move(active: number | undefined, byKeyboard: boolean): void {
    if (active === this.active && byKeyboard === this.byKeyboard) return;
    this.active = active;
    this.byKeyboard = byKeyboard;
    this.host.requestUpdate();
  }
}
