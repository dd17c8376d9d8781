import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { drawn, filled, said, until } from '../elements/drawn.js';
import { kinds, make, never, ready, show, withoutFaults } from './kinds.js';
import type { Phase } from './kinds.js';

/** What every widget must do in its page: its states, its attributes, where it is put and taken away. */
for (const kind of kinds) {
  const { tag, settings: needed, attribute, wrong, attributes: own, names } = kind;
  describe(`<${tag}>`, () => {
    withoutFaults();

    describe('has exactly one of four states', () => {
      const states: [Phase, object][] = [
        ['loading', { data: undefined, src: '/never.json', request: never }],
        ['ready', {}],
        ['empty', { period: '2020-01-01/2020-01-31' }],
        ['empty', { data: undefined }],
        ['error', wrong],
      ];
      for (const [state, settings] of states) {
        it(`${state}: ${Object.keys(settings).join(', ')}`, async () => {
          const widget = make(kind, settings);
          await show(widget);
          await until(widget, state);
          const all = ['loading', 'ready', 'empty', 'error'].filter((name) => widget.matches(`:state(${name})`));
          expect(all).to.deep.equal([state]);
          await expect(widget).to.be.accessible();
        });
      }
    });

    it('is upgraded late, and keeps the properties set before', async () => {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      // An element of a document without a window is not upgraded until it is adopted.
      const widget = document.implementation.createHTMLDocument().createElement(tag);
      expect(widget.shadowRoot).to.equal(null);
      widget.setAttribute(...attribute);
      Object.assign(widget, { data: needed['data'], period: 'last-7-days' });
      place.append(widget);
      await until(widget, 'ready');
      expect(widget.result?.window?.start).to.equal('2025-11-14');
    });

    it('gives every attribute back as it was set, and forgets it when it is removed', async () => {
      const widget = await ready(kind);
      const attributes = {
        src: ['src', '/orders.json'],
        format: ['format', 'csv'],
        table: ['table', 'orders'],
        map: ['map', '{"orderId":"id"}'],
        period: ['period', 'last-7-days'],
        'as-of': ['asOf', 'latest'],
        compare: ['compare', 'none'],
        grain: ['grain', 'week'],
        where: ['where', 'channel=email'],
        'refresh-every': ['refreshEvery', '5m'],
        'time-zone': ['timeZone', 'UTC'],
        'week-start': ['weekStart', 'sunday'],
        'fiscal-year-start': ['fiscalYearStart', '04-01'],
        currency: ['currency', 'EUR'],
        theme: ['theme', 'inherit'],
        appearance: ['appearance', 'dark'],
        density: ['density', 'compact'],
        notation: ['notation', 'standard'],
        provider: ['provider', 'shop'],
        heading: ['heading', 'Sales'],
        ...own,
      } as const;
      for (const [attribute, [property, value]] of Object.entries(attributes)) {
        widget.setAttribute(attribute, value);
        expect(Reflect.get(widget, property), attribute).to.equal(value);
        await widget.updateComplete;
        expect(widget.getAttribute(attribute), attribute).to.equal(value);
        widget.removeAttribute(attribute);
        expect(Reflect.get(widget, property), attribute).to.equal(undefined);
      }
      widget.setAttribute('actions', '');
      expect(widget.actions).to.equal(true);
    });

    it('stays as it is when it is moved', async () => {
      const widget = await ready(kind);
      const before = said(widget, 'figure');
      const other = await fixture<HTMLElement>(html`<section></section>`);
      other.append(widget);
      expect(widget.matches(':state(ready)')).to.equal(true);
      await drawn(widget);
      expect(said(widget, 'figure')).to.equal(before);
      // And still follows its place.
      other.style.width = '300px';
      other.lang = 'da';
      await waitUntil(() => said(widget, 'heading') === names.da);
    });

    it('leaves nothing running when it is removed', async () => {
      let aborted = false;
      const request = (asked: Request) => {
        asked.signal.addEventListener('abort', () => (aborted = true));
        return never();
      };
      const widget = make(kind, { data: undefined, src: `/never.json?${tag}`, refreshEvery: '1s', request });
      await show(widget);
      await until(widget, 'loading');
      // Let the request begin.
      await new Promise((resolve) => setTimeout(resolve, 100));
      widget.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(aborted).to.equal(true);
      let updates = 0;
      widget.requestUpdate = () => {
        updates += 1;
      };
      document.documentElement.lang = 'sv';
      await new Promise((resolve) => setTimeout(resolve, 1200));
      document.documentElement.lang = 'en';
      await nextFrame();
      expect(updates).to.equal(0);
    });

    it('leaves no listener behind in the page', async () => {
      const held = new Map<string, number>();
      const targets: Record<string, EventTarget> = { document, window, html: document.documentElement };
      const cycle = async () => {
        const widget = await ready(kind);
        widget.shadowRoot!.querySelector<HTMLElement>('.icon')!.click();
        await filled(widget);
        widget.remove();
      };
      // What all widgets of a page share stays.
      await cycle();
      for (const [name, target] of Object.entries(targets)) {
        const count = (type: string, by: number) =>
          held.set(`${name} ${type}`, (held.get(`${name} ${type}`) ?? 0) + by);
        target.addEventListener = (...listening: Parameters<EventTarget['addEventListener']>) => {
          count(listening[0], 1);
          EventTarget.prototype.addEventListener.apply(target, listening);
        };
        target.removeEventListener = (...listening: Parameters<EventTarget['removeEventListener']>) => {
          count(listening[0], -1);
          EventTarget.prototype.removeEventListener.apply(target, listening);
        };
      }
      try {
        await cycle();
        await cycle();
      } finally {
        for (const target of Object.values(targets)) {
          Reflect.deleteProperty(target, 'addEventListener');
          Reflect.deleteProperty(target, 'removeEventListener');
        }
      }
      expect([...held.keys()]).to.not.deep.equal([]);
      expect([...held].filter(([, more]) => more > 0)).to.deep.equal([]);
    });
  });
}
