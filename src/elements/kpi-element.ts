import type { nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KpiError } from '../core/error.js';
import type { KpiQuestion } from '../core/evaluate/question.js';
import type { KpiResult } from '../core/evaluate/result.js';
import { csvOf } from '../view-model/csv.js';
import { pointText } from '../view-model/point-text.js';
import { emptiness } from '../view-model/problem.js';
import type { ProblemView } from '../view-model/problem.js';
import { tableView } from '../view-model/table-view.js';
import type { KpiView, TableView } from '../view-model/view.js';
import type { Words } from '../view-model/words.js';
import { createAsk, questionOf } from './ask.js';
import type { DataThere } from './ask.js';
import { text } from './attribute.js';
import { chartBox } from './chart-box.js';
import { chartStyles } from './chart.styles.js';
import { ExploreController } from './explore-controller.js';
import type { Settings } from './settings.js';
import { status } from './summary.js';
import { WidgetElement } from './widget-element.js';

/** What the widgets that show one KPI with its course have in common. */
export abstract class KpiElement<View extends KpiView> extends WidgetElement<KpiResult, View> {
  static override styles: CSSResultGroup = [WidgetElement.styles, chartStyles];

  /** Id of a KPI of the catalogue. */
  @property(text()) kpi: string | undefined;
  /** In the KPI's unit, for the shown period; `3.5%` on percent KPIs; a flow may be given per time: `40000/month`. */
  @property(text()) target: string | number | undefined;

  protected readonly explore = new ExploreController(this, {
    places: () => this.places(),
    choose: (index) => this.choose(index),
  });
  private readonly ask = createAsk<KpiQuestion & { readonly asOf: string }, KpiResult>();

  /** What the crosshair stops at. */
  protected abstract places(): readonly { readonly x: number }[];

  /** What is asked beside what the settings say. */
  protected asked(): Pick<KpiQuestion, 'kpi' | 'by' | 'target'> {
    return { kpi: this.kpi ?? '', target: this.target };
  }

  protected override evaluate(data: DataThere, settings: Settings): KpiResult {
    const asked = this.asked();
    if (!asked.kpi) throw new KpiError('unknown-kpi', `<${this.localName}> needs the attribute "kpi".`);
    return this.ask(data.dataset, { ...asked, ...questionOf(settings, data) }, data.engine.evaluateKpi);
  }

  protected override emptiness(result: KpiResult, words: Words): ProblemView | undefined {
    return emptiness(result, words);
  }

  protected override tableView(view: View, words: Words): TableView {
    return tableView(view, words);
  }

  protected override csvOf(result: KpiResult): string {
    return csvOf(result);
  }

  protected override fileName(): string {
    return this.kpi ?? 'kpi';
  }

  protected override nameAhead(words: Words): string | undefined {
    return words.messages.kpis[this.kpi ?? '']?.name;
  }

  protected override caption(view: View): string[] {
    return [view.figure.full, ...view.changes.map(({ text, against }) => `${text} ${against}`)];
  }

  private choose(index: number): void {
    const bucket = this.result?.series[index];
    if (!bucket) return;
    const { start, end, value } = bucket;
    this.select({ kpi: this.result?.kpi, start, end, value });
  }

  protected override renderTerms(view: View, words: Words): TemplateResult {
    return super.renderTerms(view, words, status(view.target));
  }

  protected renderChart(drawing: TemplateResult | typeof nothing, view: View, words: Words): TemplateResult {
    const { active } = this.explore;
    const spoken = active === undefined ? undefined : pointText(view.lines, active, words);
    return chartBox({ drawing, sentence: view.sentence, spoken }, this.explore, this.panel, words);
  }
}
