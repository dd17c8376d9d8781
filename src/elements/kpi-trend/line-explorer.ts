import type { ReactiveControllerHost } from 'lit';
import { ExploreController } from '../explore-controller.js';
import type { Explorable } from '../explore-controller.js';

export interface ExplorableLines extends Explorable {
  /** The lines over a point that can be chosen, from top to bottom; empty where points are chosen whole. */
  linesAt(index: number): readonly number[];
  /** The one of them that is nearest to a place of the drawing. */
  lineNear(index: number, place: DOMPoint): number | undefined;
}

/** The crosshair of a chart whose lines can be chosen: the one nearest to the pointer, or with the keys up and down. */
export class LineExplorer extends ExploreController {
  /** Position of the chosen line among all. */
  line: number | undefined;

  constructor(
    host: ReactiveControllerHost,
    protected override readonly chart: ExplorableLines,
  ) {
    super(host, chart);
  }

  protected override point(place: DOMPoint): void {
    super.point(place);
    this.#choose(this.active === undefined ? undefined : this.chart.lineNear(this.active, place));
  }

  protected override stop(key: string, last: number): boolean {
    const isAcross = key === 'ArrowUp' || key === 'ArrowDown';
    const at = this.active ?? last;
    const lines = isAcross ? this.chart.linesAt(at) : [];
    if (lines.length === 0) return super.stop(key, last);
    this.move(at, true);
    const from = this.line === undefined ? -1 : lines.indexOf(this.line);
    const down = from < 0 ? 0 : from + 1;
    const up = from < 0 ? lines.length - 1 : from - 1;
    this.#choose(lines[key === 'ArrowDown' ? down : up] ?? this.line);
    return true;
  }

  protected override move(active: number | undefined, byKeyboard: boolean): void {
    super.move(active, byKeyboard);
    if (active === undefined) this.#choose(undefined);
  }

  #choose(line: number | undefined): void {
    if (line === this.line) return;
    this.line = line;
    this.host.requestUpdate();
  }
}
