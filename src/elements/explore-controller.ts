import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearest } from '../visuals/nearest.js';

export interface Explorable {
  /** Where the crosshair stops, from left to right or in whatever order, in the units of the drawing. */
  places(): ArrayLike<number>;
  /** The person chose a point. */
  choose(index: number): void;
  /** The person chose a stretch of points, both ends included; undefined takes it back. */
  chooseSpan?(span: Span | undefined): void;
}

/** Positions of the first and the last point of a stretch. */
export type Span = readonly [first: number, last: number];

/** The crosshair of a chart: follows the pointer, and the arrow keys point by point. */
export class ExploreController implements ReactiveController {
  /** Position of the point under the crosshair. */
  active: number | undefined;
  /** Whether keys moved it: then the point is also said aloud. */
  byKeyboard = false;
  /** Whether the focus has ever been in the chart: what only its keys need is there from then on. */
  isEntered = false;
  /** Where a stretch that is being chosen begins. */
  #anchor: number | undefined;
  /** A drag ends with a click, which chooses nothing more. */
  #dragged = false;

  constructor(
    protected readonly host: ReactiveControllerHost,
    protected readonly chart: Explorable,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.leave();
  }

  readonly enter = (): void => {
    if (this.isEntered) return;
    this.isEntered = true;
    this.host.requestUpdate();
  };

  readonly leave = (): void => this.move(undefined, false);

  /** A finger is lifted after every touch: what it pointed at stays until the focus leaves. */
  readonly pointerLeave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.leave();
  };

  readonly pointer = (event: PointerEvent): void => {
    const drawing = (event.currentTarget as Element).querySelector('svg')?.getScreenCTM();
    if (!drawing) return;
    this.point(new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.inverse()));
    // A finger that moves along the chart reads it; a mouse or a pen that is held down chooses a stretch.
    const drags = event.pointerType !== 'touch' && event.buttons === 1;
    if (event.type === 'pointerdown') this.#dragged = false;
    if (event.type === 'pointerdown' || !drags) this.#anchor = drags ? this.active : undefined;
  };

  readonly pointerUp = (): void => {
    this.#dragged = this.span !== undefined;
    this.#endSpan();
  };

  readonly click = (): void => {
    if (this.active !== undefined && !this.#dragged) this.chart.choose(this.active);
    this.#dragged = false;
  };

  /** The stretch that is being chosen; undefined while it is one point. */
  get span(): Span | undefined {
    const [anchor, active] = [this.#anchor, this.active];
    if (!this.chart.chooseSpan || anchor === undefined || active === undefined || anchor === active) return undefined;
    return anchor < active ? [anchor, active] : [active, anchor];
  }

  #endSpan(): void {
    const { span } = this;
    this.#anchor = undefined;
    if (span) this.chart.chooseSpan?.(span);
  }

  readonly key = (event: KeyboardEvent): void => {
    const last = this.chart.places().length - 1;
    const { active } = this;
    const arrow = event.key.startsWith('Arrow');
    if (last < 0 || !this.stop(event.key, last)) return;
    if (arrow) this.#anchor = event.shiftKey ? (this.#anchor ?? active) : undefined;
    event.preventDefault();
  };

  /** The pointer is at a place of the drawing. */
  protected point({ x }: DOMPoint): void {
    this.move(nearest(this.chart.places(), x), false);
  }

  /** Whether the key is one of the chart's. */
  protected stop(key: string, last: number): boolean {
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
        if (this.span) this.#endSpan();
        else this.chart.choose(this.active);
        return true;
      case 'Escape':
        if (this.active === undefined) return false;
        this.leave();
        return true;
      default:
        return false;
    }
  }

  protected move(active: number | undefined, byKeyboard: boolean): void {
    if (active === undefined) this.#anchor = undefined;
    if (active === this.active && byKeyboard === this.byKeyboard) return;
    this.active = active;
    this.byKeyboard = byKeyboard;
    this.host.requestUpdate();
  }
}
