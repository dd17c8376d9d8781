import { asKpiError } from '../../core/error.js';
import { ContextProvider } from '@lit/context';
import { css, html } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { fetched } from '../../core/fetched.js';
import { property } from '../attribute.js';
import type { ChildData } from '../child-data.js';
import { DataElement } from '../data-element.js';
import type { Filter } from '../filter.js';
import { remember } from '../remember.js';
import { refuseSecrets } from '../secret-attributes.js';
import type { Selection } from '../selection.js';
import type { CrossFilter } from './cross-filter.js';
import { providedContext } from './provided.js';
import type { Provided } from './provided.js';

/**
 * Draws nothing: gives the widgets inside it, and those that name its id, one data set and their settings. A provider
 * inside another one takes over what it does not set itself.
 *
 * @tag kpi-provider
 *
 * @slot - the widgets, and data as `<script type="application/json">` or `<script type="text/csv">`
 *
 * @event {CustomEvent<{ where: Where, period?: string }>} kpi-filter-change - the person selected something in a widget, or took it back; `where` is what the other widgets are filtered to, empty where nothing is selected; `period`, an ISO interval, is there only while days are selected; cancelable
 *
 * @attr {string} lang - BCP 47; inherited from the page
 */
export class KpiProvider extends DataElement {
  static override styles: CSSResultGroup = css`
    :host {
      display: contents;
    }
  `;

  /** Widgets by id find their provider when it gets its id. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  /** Whether what the person selects in one widget filters the others. */
  @property({ type: Boolean, attribute: 'cross-filter' }) crossFilter = false;

  readonly #context = new ContextProvider(this, { context: providedContext });
  #cross: CrossFilter | undefined;
  readonly #allFilters = remember((outer: readonly Filter[], own: readonly Filter[]) =>
    outer.length > 0 ? [...outer, ...own] : own,
  );

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'id' && this.hasUpdated && this.isConnected) this.#context.hostConnected();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.requestUpdate();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.crossFilter) this.#cross?.drop();
    else if (!this.#cross) this.#fetchCross().catch(() => undefined);
    // Days selected in one period say nothing in another.
    if (changed.has('period')) this.#cross?.drop(({ period }) => period !== undefined);
    this.#context.setValue(this.isConnected ? this.#provide() : undefined);
  }

  #provide(): Provided {
    const settings = this.allSettings();
    const outer = this.giver.provided;
    const handed = {
      element: this,
      outer,
      settings,
      filters: this.#allFilters(outer?.filters ?? none, this.#cross?.filters ?? none),
      select: this.crossFilter ? this.#select : outer?.select,
      choosePeriod: (chosen: Parameters<Provided['choosePeriod']>[0]) => void Object.assign(this, chosen),
      refresh: () => this.refresh(),
    };
    try {
      refuseSecrets(this);
      return { ...handed, data: this.takeData(settings), origin: this.origin() };
    } catch (cause) {
      return { ...handed, data: { kind: 'failed', error: asKpiError(cause) }, origin: undefined };
    }
  }

  /** @throws KpiError `missing-part` */
  async #fetchCross(): Promise<CrossFilter> {
    const part = await fetched(import('./cross-filter.part.js'));
    return (this.#cross ??= new part.CrossFilter(this));
  }

  readonly #select = (source: Element, selection: Selection): void => {
    const data = this.#context.value?.data;
    const select = (cross: CrossFilter) => cross.select(source, selection, data?.kind === 'there' ? data : undefined);
    if (this.#cross) select(this.#cross);
    else this.#fetchCross().then(select, (cause: unknown) => console.warn(asKpiError(cause).message));
  };

  protected override formatsBetween(): readonly ChildData['format'][] {
    // A table inside a provider is the page's own.
    return ['json', 'csv'];
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

const none: readonly Filter[] = [];
