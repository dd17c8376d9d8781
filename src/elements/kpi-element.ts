import type { CSSResultGroup, TemplateResult, nothing } from 'lit';
import { courseOf } from '../core/evaluate/course.js';
import type { KpiResult } from '../core/evaluate/result.js';
import { csvOf } from '../view-model/csv.js';
import { pointText } from '../view-model/point-text.js';
import type { KpiView, LineView, ProofView, TableView } from '../view-model/view.js';
import type { Words } from '../view-model/words.js';
import { property, text } from './attribute.js';
import { chartBox } from './chart-box.js';
import { chartStyles } from './chart.styles.js';
import { ExploreController } from './explore-controller.js';
import type { Explorable, Span } from './explore-controller.js';
import type { KpiChoices } from './kpi-choice.js';
import type { Explain } from './panel-controller.js';
import type { Selection } from './selection.js';
import { status } from './summary.js';
import { WidgetElement } from './widget-element.js';

/** What the widgets that show KPIs with their course have in common. */
export abstract class KpiElement<View extends KpiView, Result extends KpiResult = KpiResult> extends WidgetElement<
  Result,
  View
> {
  static override styles: CSSResultGroup = [WidgetElement.styles, chartStyles];

  /**
   * In the KPI's unit, for the shown period; `3.5%` on percent KPIs; a flow may be given per time: `40000/month`. Text
   * such as `5.000`, perhaps thousands, is refused.
   */
  @property(text()) target: string | number | undefined;

  protected readonly explore = this.explorer({
    places: () => this.places(),
    choose: (index) => this.chooseSpan([index, index]),
    chooseSpan: (span) => this.chooseSpan(span),
  });

  /** Which KPIs, as the page wrote it. */
  abstract kpi: KpiChoices | undefined;

  /** What moves the crosshair. */
  protected explorer(chart: Explorable): ExploreController {
    return new ExploreController(this, chart);
  }

  /** What the crosshair stops at. */
  protected abstract places(): ArrayLike<number>;

  protected override shown({ kpi, inputs }: Result): { kpis: readonly string[]; inputs: readonly string[] } {
    return { kpis: [kpi], inputs: Object.keys(inputs) };
  }

  protected override unanswered(result: Result): Result {
    return result;
  }

  protected override proof(explain: Explain, result: Result, _view: View, words: Words): ProofView {
    return explain.kpiProof(result, words);
  }

  protected override tableView(explain: Explain, view: View, words: Words): TableView {
    return explain.tableView(view, words);
  }

  protected override csvOf(result: Result): string {
    return csvOf(result);
  }

  protected override fileName(): string {
    return this.result?.kpi || 'kpi';
  }

  protected override nameAhead(words: Words): string | undefined {
    const { kpi } = this;
    return typeof kpi === 'string' ? words.messages.kpis[kpi]?.name : undefined;
  }

  protected override caption(view: View): string[] {
    return [view.figure.full, ...view.changes.map(({ text, against }) => `${text} ${against}`)];
  }

  /** A point or a stretch of them; undefined takes it back. */
  protected chooseSpan(span: Span | undefined): void {
    if (!span) this.deselect();
    const { result } = this;
    const [first, last] = span && result ? span.map(courseOf(result).at) : [];
    if (!span && this.selection) this.select(this.selection);
    if (!first || !last) return;
    const value = span?.[0] === span?.[1] ? first.value : undefined;
    this.select({ kpi: result?.kpi, start: first.start, end: last.end, value, ...(span && this.chosenAt(span)) });
  }

  /** What more was chosen than days. */
  protected chosenAt(_span: Span): Selection | undefined {
    return undefined;
  }

  protected override renderTerms(view: View, words: Words): TemplateResult | typeof nothing {
    return super.renderTerms(view, words, status(view.target, view.targetNote));
  }

  /** @param more which lines are read aloud, and how keys move through the chart, where that is not what it is in all */
  protected renderChart(
    drawing: TemplateResult | typeof nothing,
    view: View,
    words: Words,
    { lines = view.lines, hint }: { lines?: readonly LineView[] | undefined; hint?: string | undefined } = {},
  ): TemplateResult {
    const { active } = this.explore;
    const spoken = active === undefined ? undefined : pointText(lines, active, words);
    return chartBox({ drawing, sentence: view.sentence, spoken, hint }, this.explore, this.panel, words);
  }
}
