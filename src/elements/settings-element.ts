import { LitElement } from 'lit';
import { property, text } from './attribute.js';
import type { ChildData } from './child-data.js';
import type { DataOrigin } from './data-controller.js';
import { ProviderController } from './provider-controller.js';
import { mergeSettings } from './settings.js';
import type { Settings } from './settings.js';

/** What every tag of the library takes: where data come from, which window of time is meant, and how it looks. */
export abstract class SettingsElement extends LitElement {
  /** `lang` is every element's own property: only its attribute is watched. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Id of a `<kpi-provider>` in the same document; default: the nearest one around the element. */
  @property(text()) provider: string | undefined;
  /** Address of the data, http(s), relative allowed. */
  @property(text()) src: string | undefined;
  /** `rows`, or `cube`: the address is asked for just the figures that are needed, and answers with a cube. */
  @property(text()) query: string | undefined;
  /**
   * `auto`, `json`, `ndjson`, `csv`, `table`, or a platform's name: `shopify`, `woocommerce`, `ga4`, `stripe` …. Of CSV
   * and tables how they are written may be named too: `csv delimiter=semicolon decimal=comma charset=windows-1252`.
   */
  @property(text()) format: string | undefined;
  /** Which entity bare rows are: `orders`, `orderLines`, `sessions`, `refunds`, `dailyMeasures`. */
  @property(text()) table: string | undefined;
  /** JSON: field to `"path.in.the.row"` or `{path, scale, negate, constant}`. */
  @property(text()) map: Settings['map'] | undefined;
  /** `last-28-days`, `this-month`, `all` …, or an ISO interval of inclusive dates. */
  @property(text()) period: string | undefined;
  /** `now`, `latest`, an ISO date or instant. */
  @property(text('as-of')) asOf: string | undefined;
  /** `auto`, `previous-period`, `none`, an ISO interval; several, space-separated. */
  @property(text()) compare: string | undefined;
  /** `auto day week month quarter year`. */
  @property(text()) grain: string | undefined;
  /** Which rows count: `channel=email device!=mobile`; the property also takes an object. */
  @property(text()) where: Settings['where'] | undefined;
  /** `30s`, `5m`, `1h`; paused when hidden or offline. */
  @property(text('refresh-every')) refreshEvery: string | undefined;
  /** IANA name of the shop's zone. */
  @property(text('time-zone')) timeZone: string | undefined;
  /** `monday` … `sunday`. */
  @property(text('week-start')) weekStart: string | undefined;
  /** First day of the fiscal year, `MM-DD`. */
  @property(text('fiscal-year-start')) fiscalYearStart: string | undefined;
  /** ISO 4217: fills rows that name none, and names the reporting currency. */
  @property(text()) currency: string | undefined;
  /** `default`, `inherit` (font, text and surface from the page), or a preset's name. */
  @property(text()) theme: string | undefined;
  /** `auto` (the page's color-scheme), `light`, `dark`, `contrast`. */
  @property(text()) appearance: string | undefined;
  /** `comfortable`, `compact`. */
  @property(text()) density: string | undefined;
  /** `auto`, `standard`, `compact`: `auto` is compact where the room is short. */
  @property(text()) notation: string | undefined;

  /** A data set, rows, or CSV or JSON text. */
  @property({ attribute: false }) data: unknown;
  /** Called for every row before the mapping. */
  @property({ attribute: false }) prepare: Settings['prepare'] | undefined;
  /** Called for every request; `credentials` are `same-origin` unless it says otherwise. */
  @property({ attribute: false }) request: Settings['request'] | undefined;
  /**
   * The shop's own KPIs: `[{ id, unit, formula, name, direction, … }]`, over measures of the catalogue and those that
   * `settings.measures` defines.
   */
  @property({ attribute: false }) kpiDefinitions: Settings['kpiDefinitions'] | undefined;
  /** The catalogue's parameters, `rates` (`{ date, base, quote, rate }`), `controlTotals`, `coverage`, `targets`; own `measures`, `dimensions`, `parameters`; `limits` on rows and bytes. */
  @property({ attribute: false }) settings: Settings['settings'] | undefined;
  /** A language or wording of the page's own, over the built-in one. */
  @property({ attribute: false }) messages: Settings['messages'] | undefined;

  protected readonly giver = new ProviderController(this);

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  /** What to load, where this element itself says so: its property, its children, its address, in this order. */
  protected ownOrigin(between: ChildData | undefined): DataOrigin | undefined {
    if (this.data != null) return { data: this.data };
    if (between) return between;
    return this.src ? { src: this.src } : undefined;
  }

  /** What stands on this element, else on its provider. */
  protected allSettings(): Settings {
    this.giver.follow(this.provider || undefined);
    return mergeSettings(this.ownSettings(), this.giver.provided?.settings);
  }

  /** What stands on this element itself. */
  protected ownSettings(): Settings {
    const own: Record<string, unknown> = {};
    for (const name of settingProperties) if (this[name] !== undefined) own[name] = this[name];
    return own;
  }
}

/** `lang` is every element's own property, and empty where the attribute is absent. */
const settingProperties = [
  'lang',
  'src',
  'query',
  'format',
  'table',
  'map',
  'period',
  'asOf',
  'compare',
  'grain',
  'where',
  'refreshEvery',
  'timeZone',
  'weekStart',
  'fiscalYearStart',
  'currency',
  'theme',
  'appearance',
  'density',
  'notation',
  'prepare',
  'request',
  'settings',
  'kpiDefinitions',
  'messages',
] as const satisfies readonly (keyof Settings & keyof SettingsElement)[];
