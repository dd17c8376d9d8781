import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { KpiCard, KpiFunnel, KpiPeriod, KpiScorecard, KpiTrend } from '../../src/index.js';
import type { Language } from '../../src/locale/languages.js';
import { said, until } from '../elements/drawn.js';
import { shop, withVisits } from '../elements/shop.js';

export type Widget = KpiCard | KpiTrend | KpiFunnel | KpiScorecard;
export type Phase = Parameters<typeof until>[1];

type Names = Readonly<Record<Language, string>>;

/** What differs from widget to widget. */
export interface Kind {
  readonly tag: 'kpi-card' | 'kpi-trend' | 'kpi-funnel' | 'kpi-scorecard';
  /** What it needs to show something. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The same without data, as an attribute. */
  readonly attribute: readonly [name: string, value: string];
  /** A setting that is an error. */
  readonly wrong: object;
  /** Attributes of its own, each with its property and a value. */
  readonly attributes: Readonly<Record<string, readonly [property: string, value: string]>>;
  /** What is painted in the accent. */
  readonly accent: readonly [selector: string, property: 'stroke' | 'fill'];
  /** Its heading. */
  readonly names: Names;
  /** Settings whose rows or lines are known before the data are. */
  readonly known: object;
  /** What the person does to choose something in it. */
  readonly choose: (widget: Widget) => void;
}

const orders: Names = {
  en: 'Orders',
  da: 'Antal ordrer',
  sv: 'Antal ordrar',
  nb: 'Antall ordrer',
  pl: 'Liczba zamówień',
  'zh-Hant': '訂單數',
};

/** Chooses what the crosshair comes to first. */
function chooseInChart(widget: Widget): void {
  const chart = widget.shadowRoot!.querySelector<HTMLElement>('.chart')!;
  chart.focus();
  for (const key of ['ArrowLeft', 'Enter']) chart.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

const ofOneKpi = {
  settings: { kpi: 'order-count', data: shop },
  attribute: ['kpi', 'order-count'],
  wrong: { kpi: 'nonsense' },
  attributes: { kpi: ['kpi', 'net-sales'], target: ['target', '100/month'] },
  accent: ['path.line', 'stroke'],
  names: orders,
  known: { target: 90 },
  choose: chooseInChart,
} as const;

export const kinds: readonly Kind[] = [
  { tag: 'kpi-card', ...ofOneKpi },
  { tag: 'kpi-trend', ...ofOneKpi },
  {
    tag: 'kpi-funnel',
    settings: { data: withVisits },
    attribute: ['mode', 'closed'],
    wrong: { stages: 'nonsense sessions' },
    attributes: {
      stages: ['stages', 'sessions sessionsWithPurchase'],
      mode: ['mode', 'open'],
      window: ['window', '7d'],
      by: ['by', 'channel'],
    },
    accent: ['rect.bar', 'fill'],
    names: {
      en: 'Purchase funnel',
      da: 'Købstragt',
      sv: 'Köptratt',
      nb: 'Kjøpstrakt',
      pl: 'Lejek zakupowy',
      'zh-Hant': '購買漏斗',
    },
    known: {},
    choose: chooseInChart,
  },
  {
    tag: 'kpi-scorecard',
    settings: { data: shop },
    attribute: ['kpi', 'order-count net-sales'],
    wrong: { kpi: 'nonsense' },
    attributes: {
      kpi: ['kpi', 'net-sales order-count'],
      by: ['by', 'channel'],
      sort: ['sort', '-change'],
    },
    accent: ['path.line', 'stroke'],
    names: {
      en: 'Key figures',
      da: 'Nøgletal',
      sv: 'Nyckeltal',
      nb: 'Nøkkeltall',
      pl: 'Wskaźniki',
      'zh-Hant': '關鍵指標',
    },
    known: { kpi: 'order-count net-sales average-order-value' },
    choose: (widget) => widget.shadowRoot!.querySelector<HTMLElement>('tbody button')!.click(),
  },
];

/** What every element of the page has in common, the picker too: a name in six languages, and looks. */
export interface Shown {
  readonly tag: Kind['tag'] | 'kpi-period';
  readonly settings: object;
  readonly names: Names;
  readonly nameOf: (element: Widget | KpiPeriod) => string;
}

export const shown: readonly Shown[] = [
  ...kinds.map(({ tag, settings, names }) => ({
    tag,
    settings,
    names,
    nameOf: (widget: Widget | KpiPeriod) => said(widget, 'heading'),
  })),
  {
    tag: 'kpi-period',
    settings: {},
    names: { en: 'Period', da: 'Periode', sv: 'Period', nb: 'Periode', pl: 'Okres', 'zh-Hant': '期間' },
    nameOf: (picker) => picker.shadowRoot!.querySelector('.base')!.getAttribute('aria-label') ?? '',
  },
];

/** An element with what it needs, and with more settings. */
export const make = <Element extends Widget | KpiPeriod = Widget>(
  { tag, settings: needed }: Pick<Shown, 'tag' | 'settings'>,
  settings: object = {},
): Element => Object.assign(document.createElement(tag) as Element, needed, settings);

/** Puts elements in a box of so many pixels. */
export async function show(element: unknown, width = 480): Promise<HTMLElement> {
  const place = await fixture<HTMLElement>(html`<div>${element}</div>`);
  place.style.width = `${width}px`;
  return place;
}

/** A widget that shows its figures. */
export async function ready(kind: Kind, settings?: object): Promise<Widget> {
  const widget = make(kind, settings);
  await show(widget);
  await until(widget, 'ready');
  return widget;
}

/** A request that is never answered. */
export const never = (): Promise<Response> => new Promise(() => undefined);

/** Fails each test of a suite in which the page saw an error. */
export function withoutFaults(): void {
  let faults: unknown[];
  const fault = (event: ErrorEvent | PromiseRejectionEvent) =>
    faults.push('reason' in event ? event.reason : event.error);
  const say = console.error.bind(console);

  beforeEach(() => {
    faults = [];
    addEventListener('error', fault);
    addEventListener('unhandledrejection', fault);
    console.error = (...words: unknown[]) => faults.push(words);
  });

  afterEach(() => {
    removeEventListener('error', fault);
    removeEventListener('unhandledrejection', fault);
    console.error = say;
    expect(faults).to.deep.equal([]);
  });
}
