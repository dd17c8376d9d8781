import type { ReactiveControllerHost } from 'lit';
import type { Spot } from '../../visuals/funnel-pen.js';
import { ExploreController } from '../explore-controller.js';

export interface Stages {
  /** Where stages can be pointed at, first to last, the whole before its segments. */
  spots(): readonly Spot[];
  /** Whether stages run from right to left. */
  mirrored(): boolean;
  /** The person chose a stage. */
  choose(spot: Spot): void;
}

/** Follows the pointer, and the arrow keys stage by stage, and up and down from segment to segment. */
export class StageExplorer extends ExploreController {
  constructor(
    host: ReactiveControllerHost,
    private readonly stages: Stages,
  ) {
    super(host, {
      places: () => stages.spots().map(({ x }) => x),
      choose: (index) => stages.choose(stages.spots()[index]!),
    });
  }

  /** What the pointer or the keys are at. */
  get spot(): Spot | undefined {
    return this.active === undefined ? undefined : this.stages.spots()[this.active];
  }

  override readonly pointer = (event: PointerEvent): void => {
    const drawing = (event.currentTarget as Element).querySelector('svg')?.getScreenCTM();
    if (!drawing) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.inverse());
    const under = this.stages
      .spots()
      .findIndex((spot) => x >= spot.x && x <= spot.x + spot.width && y >= spot.y && y <= spot.y + spot.height);
    this.move(under < 0 ? undefined : under, false);
  };

  protected override stop(key: string, last: number): boolean {
    const [, arrow] = /^Arrow(.+)$/.exec(key) ?? [];
    if (!arrow) return super.stop(key, last);
    const { stages, spot } = this;
    const spots = stages.spots();
    const by = arrow === 'Down' || arrow === (stages.mirrored() ? 'Left' : 'Right') ? 1 : -1;
    // Across the segments, where there are any.
    const isAcross = (arrow === 'Up' || arrow === 'Down') && spots.some(({ segment }) => segment !== undefined);
    const stage = (spot?.stage ?? 0) + (isAcross ? 0 : by);
    const segment = (spot?.segment ?? -1) + (isAcross ? by : 0);
    const next = spots.findIndex((each) => each.stage === stage && (each.segment ?? -1) === segment);
    if (!spot) this.move(by > 0 ? 0 : last, true);
    else if (next >= 0) this.move(next, true);
    return true;
  }
}
