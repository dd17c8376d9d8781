import { ContextProvider } from '@lit/context';
import { css, html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { ChildDataController } from '../child-data.js';
import { asKpiError, DataController, inputOf } from '../data-controller.js';
import { refuseSecrets } from '../secret-attributes.js';
import { SettingsElement } from '../settings-element.js';
import { providedContext } from './provided.js';
import type { Provided } from './provided.js';

/**
 * Draws nothing: gives the widgets inside it, and those that name its id, one data set and their settings.
 *
 * @tag kpi-provider
 *
 * @slot - the widgets, and data as `<script type="application/json">` or `<script type="text/csv">`
 *
 * @attr {string} lang - BCP 47; inherited from the page
 */
export class KpiProvider extends SettingsElement {
  static override styles: CSSResultGroup = css`
    :host {
      display: contents;
    }
  `;

  private readonly between = new ChildDataController(this, ['json', 'csv']);
  private readonly source = new DataController(this);
  private readonly context = new ContextProvider(this, { context: providedContext });

  override willUpdate(): void {
    this.context.setValue(this.provide());
  }

  private provide(): Provided {
    const settings = this.ownSettings();
    const handed = { element: this, settings, filters: [], select: () => undefined, refresh: () => this.refresh() };
    try {
      refuseSecrets(this);
      const origin = this.ownOrigin(this.between.current);
      this.source.use(inputOf(origin, settings));
      this.source.every(settings.refreshEvery);
      return { ...handed, origin, data: this.source.state };
    } catch (cause) {
      return { ...handed, origin: undefined, data: { kind: 'failed', error: asKpiError(cause) } };
    }
  }

  /** Asks the source anew, once for all widgets. */
  async refresh(): Promise<void> {
    await this.source.refresh();
    await this.updateComplete;
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
