import type { LitElement } from 'lit';
import type { Where } from '../../core/dataset/where.js';
import { selectionText } from '../../view-model/selection-text.js';
import type { DataThere } from '../ask.js';
import type { Filter } from '../filter.js';
import { sameSelection } from '../selection.js';
import type { Selection } from '../selection.js';
import { filterChip } from './filter-chip.js';

/** What the person selected in a provider's widgets, one selection a widget and one for each dimension and the days. */
export class CrossFilter {
  filters: readonly Filter[] = [];

  constructor(private readonly host: LitElement) {}

  /** Turns a selection into a filter, or takes it back where it is chosen again. */
  select(source: Element, selection: Selection, data: DataThere | undefined): void {
    const present = this.filters.find((filter) => filter.source === source);
    if (present && sameSelection(present.selection, selection)) return present.remove();
    const filter = this.#filterOf(source, selection, data);
    const others = this.filters.filter((other) => other.source !== source && !isAboutTheSame(other, filter));
    this.#ask([...others, ...(filter.where || filter.period ? [filter] : [])]);
  }

  /** Drops the filters that fit, without asking anybody. */
  drop(fits: (filter: Filter) => boolean = () => true): void {
    if (this.filters.some(fits)) this.filters = this.filters.filter((filter) => !fits(filter));
  }

  #filterOf(source: Element, selection: Selection, data: DataThere | undefined): Filter {
    const { kpi, segment, stage, start, end } = selection;
    const by = selection.by && data && kpi ? data.engine.dimensionOf(data.dataset, kpi, selection.by) : selection.by;
    const rows: Where = {
      ...(by !== undefined && segment !== undefined && { [by]: segment }),
      ...(stage !== undefined && data?.engine.reached(data.dataset, stage)),
    };
    const filter: Filter = {
      source,
      selection,
      by,
      where: Object.keys(rows).length > 0 ? rows : undefined,
      // Whoever chooses hours chooses their day.
      period: start !== undefined && end !== undefined ? `${start.slice(0, 10)}/${end.slice(0, 10)}` : undefined,
      remove: () => this.#ask(this.filters.filter((other) => other !== filter)),
      text: (words) => selectionText({ ...selection, by }, words),
      chip: (words, isOwn = false) => filterChip(filter, words, isOwn),
    };
    return filter;
  }

  /** The person changes the filters, unless the page prevents it. */
  #ask(next: readonly Filter[]): void {
    if (next.length === this.filters.length && next.every((filter) => this.filters.includes(filter))) return;
    const where: Where = Object.assign({}, ...next.map((filter) => filter.where)) as Where;
    const period = next.find((filter) => filter.period !== undefined)?.period;
    const detail = { where, ...(period !== undefined && { period }) };
    const event = new CustomEvent('kpi-filter-change', { detail, bubbles: true, composed: true, cancelable: true });
    if (!this.host.dispatchEvent(event)) return;
    this.filters = next;
    this.host.requestUpdate();
  }
}

/** Two filters on the days, or on one dimension, would contradict each other: the newer one takes the place. */
function isAboutTheSame(a: Filter, b: Filter): boolean {
  const dimensions = Object.keys(b.where ?? {});
  return (a.period !== undefined && b.period !== undefined) || dimensions.some((name) => a.where?.[name] !== undefined);
}
