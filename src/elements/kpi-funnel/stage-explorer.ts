import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Spot } from '../../visuals/funnel-pen.js';
import type { Explorer } from '../chart-box.js';

export interface Stages {
  /** Where stages can be pointed at, first to last, the whole before its segments. */
  spots(): readonly Spot[];
  /** Whether stages run from right to left. */
  mirrored(): boolean;
  /** The person chose a stage. */
  choose(spot: Spot): void;
}

/** Follows the pointer, and the arrow keys: stage by stage, and up and down from segment to segment. */
export class StageExplorer implements ReactiveController, Explorer {
  byKeyboard = false;
  private index: number | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly stages: Stages,
  ) {
    host.addController(this);
  }

  /** What the pointer or the keys are at. */
  get active(): Spot | undefined {
    return this.index === undefined ? undefined : this.stages.spots()[this.index];
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
    const chart = (event.currentTarget as Element).getBoundingClientRect();
    const [x, y] = [event.clientX - chart.left, event.clientY - chart.top];
    const under = this.stages
      .spots()
      .findIndex((spot) => x >= spot.x && x <= spot.x + spot.width && y >= spot.y && y <= spot.y + spot.height);
    this.move(under < 0 ? undefined : under, false);
  };

  readonly pointerUp = (): void => undefined;

  readonly click = (): void => {
    if (this.active) this.stages.choose(this.active);
  };

  readonly key = (event: KeyboardEvent): void => {
    if (!this.stop(event.key)) return;
    event.preventDefault();
    if (event.key === 'Escape') event.stopPropagation();
  };

  /** Whether the key is one of the funnel's. */
  private stop(key: string): boolean {
    const { active, stages } = this;
    const spots = stages.spots();
    if (spots.length === 0) return false;
    const last = spots.length - 1;
    const split = spots.some(({ segment }) => segment !== undefined);
    const onward = stages.mirrored() ? 'ArrowLeft' : 'ArrowRight';
    switch (key) {
      case 'ArrowRight':
      case 'ArrowLeft':
        return this.step(key === onward ? 1 : -1, 0);
      case 'ArrowDown':
      case 'ArrowUp': {
        const by = key === 'ArrowDown' ? 1 : -1;
        return split ? this.step(0, by) : this.step(by, 0);
      }
      case 'Home':
      case 'End':
        this.move(key === 'Home' ? 0 : last, true);
        return true;
      case 'Enter':
      case ' ':
        if (active) stages.choose(active);
        return active !== undefined;
      case 'Escape':
        this.leave();
        return active !== undefined;
      default:
        return false;
    }
  }

  /** To another stage of the same segment, or the same stage of another one; stays where there is none. */
  private step(stages: number, segments: number): true {
    const { active } = this;
    const spots = this.stages.spots();
    const next = active
      ? spots.findIndex(
          ({ stage, segment = -1 }) => stage === active.stage + stages && segment === (active.segment ?? -1) + segments,
        )
      : stages + segments > 0
        ? 0
        : spots.length - 1;
    this.move(next < 0 ? this.index : next, true);
    return true;
  }

  private move(index: number | undefined, byKeyboard: boolean): void {
    if (index === this.index && byKeyboard === this.byKeyboard) return;
    this.index = index;
    this.byKeyboard = byKeyboard;
    this.host.requestUpdate();
  }
}
