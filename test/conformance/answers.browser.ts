import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { KpiProvider } from '../../src/index.js';
import { drawn, said, until } from '../elements/drawn.js';
import { kinds, make, never, ready, show, withoutFaults } from './kinds.js';

/** What a widget must do with data, whatever it shows of them, and what it tells the page. */
for (const kind of kinds) {
  const { tag, wrong, attributes: own, names, choose } = kind;
  const { data, ...settings } = kind.settings;
  describe(`<${tag}> answers`, () => {
    withoutFaults();

    let warnings: string[];
    const warn = console.warn.bind(console);
    beforeEach(() => {
      warnings = [];
      console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
    });
    afterEach(() => {
      console.warn = warn;
    });

    /** Puts a widget in a page that listens already. */
    async function listening(widget: HTMLElement, type: string): Promise<CustomEvent[]> {
      const heard: CustomEvent[] = [];
      const place = await fixture<HTMLElement>(html`<div></div>`);
      place.addEventListener(type, (event) => heard.push(event as CustomEvent));
      place.append(widget);
      return heard;
    }

    it('tells of each result once', async () => {
      const widget = make(kind, { data: undefined });
      const heard = await listening(widget, 'kpi-ready');
      Object.assign(widget, { data });
      await until(widget, 'ready');
      Object.assign(widget, { theme: 'shopify', lang: 'da', heading: 'Ours', actions: true });
      await aTimeout(100);
      await drawn(widget);
      expect(heard.map(({ detail, composed }) => [(detail as { result: unknown }).result, composed])).to.deep.equal([
        [widget.result, true],
      ]);
      widget.period = 'last-7-days';
      await drawn(widget);
      expect(heard).to.have.lengthOf(2);
      expect((heard[1]!.detail as { result: unknown }).result).to.equal(widget.result);
    });

    it('tells of an error once, in words for the developer too', async () => {
      const widget = make(kind, wrong);
      const heard = await listening(widget, 'kpi-error');
      await until(widget, 'error');
      widget.theme = 'shopify';
      await drawn(widget);
      widget.period = 'last-7-days';
      await drawn(widget);
      const [first] = heard.map(({ detail }) => (detail as { error: Error }).error);
      expect(heard).to.have.lengthOf(1);
      expect(first!.message).to.contain('nonsense');
      expect(warnings).to.deep.equal([`<${tag}> ${first!.message}`]);
    });

    it('tells what the person chose, once, and does nothing where the page prevents it', async () => {
      const widget = make(kind);
      const provider = await fixture<KpiProvider>(html`<kpi-provider cross-filter>${widget}</kpi-provider>`);
      await until(widget, 'ready');
      const heard: CustomEvent<{ value: number }>[] = [];
      const prevent = (event: Event) => {
        event.preventDefault();
        heard.push(event as CustomEvent<{ value: number }>);
      };
      provider.addEventListener('kpi-select', prevent, { once: true });
      const filters: unknown[] = [];
      provider.addEventListener('kpi-filter-change', ({ detail }: CustomEventInit) => filters.push(detail));
      choose(widget);
      await drawn(widget);
      expect(heard).to.have.lengthOf(1);
      expect(heard[0]!.detail.value).to.be.a('number');
      expect(filters).to.deep.equal([]);
      expect(widget.shadowRoot!.querySelectorAll('[part~=filter]')).to.have.lengthOf(0);
    });

    it('says nothing to the page when the page itself changes it', async () => {
      const widget = await ready(kind);
      const heard: string[] = [];
      for (const type of ['kpi-select', 'kpi-period-change', 'kpi-filter-change']) {
        widget.addEventListener(type, () => heard.push(type));
      }
      widget.period = 'last-7-days';
      widget.where = 'channel=email';
      for (const [property, value] of Object.values(own)) Reflect.set(widget, property, value);
      widget.setAttribute('compare', 'none');
      await drawn(widget);
      expect(heard).to.deep.equal([]);
    });

    it('refuses attributes that look like secrets, and never repeats their value', async () => {
      const widget = make(kind, { data: undefined });
      widget.setAttribute('api-key', 'sk-1234');
      const heard = await listening(widget, 'kpi-error');
      await until(widget, 'error');
      const { error } = heard[0]!.detail as { error: Error & { code: string } };
      expect(error.code).to.equal('secret-in-address');
      const all = [error.message, ...warnings, widget.shadowRoot!.textContent].join(' ');
      expect(all).to.contain('api-key').and.not.to.contain('sk-1234');
    });

    it('asks an address once, and not again when it is taken out and put back', async () => {
      let asked = 0;
      const request = () => {
        asked += 1;
        return Response.json(data);
      };
      const widget = make({ tag, settings }, { src: `/once.json?${tag}`, request, asOf: '2025-11-20' });
      const place = await show(widget);
      await until(widget, 'ready');
      const before = said(widget, 'figure');
      widget.remove();
      await aTimeout(50);
      place.append(widget);
      expect(widget.matches(':state(ready)')).to.equal(true);
      await drawn(widget);
      expect(said(widget, 'figure')).to.equal(before);
      Object.assign(widget, { period: 'last-7-days' });
      await drawn(widget);
      expect(widget.result?.window?.start).to.equal('2025-11-14');
      expect(asked).to.equal(1);
    });

    it('keeps the last good figures when a refresh fails, and says so', async () => {
      let fails = false;
      const request = () => (fails ? new Response('', { status: 404 }) : Response.json(data));
      const widget = make({ tag, settings }, { src: `/stale.json?${tag}`, request, asOf: '2025-11-20' });
      await show(widget);
      await until(widget, 'ready');
      const before = said(widget, 'figure');
      fails = true;
      await widget.refresh();
      await drawn(widget);
      expect(['ready', 'stale'].map((state) => widget.matches(`:state(${state})`))).to.deep.equal([true, true]);
      expect(said(widget, 'figure')).to.equal(before);
      expect(widget.shadowRoot!.querySelector('.terms [role=status]')!.textContent.trim()).to.not.equal('');
      fails = false;
      await widget.refresh();
      await drawn(widget);
      expect(widget.matches(':state(stale)')).to.equal(false);
    });

    it('says that it refreshes while it does', async () => {
      let answer = (_response: Response): void => undefined;
      let asked = 0;
      const request = () =>
        asked++ ? new Promise<Response>((resolve) => (answer = resolve)) : Promise.resolve(Response.json(data));
      const widget = make({ tag, settings }, { src: `/refreshed.json?${tag}`, request, asOf: '2025-11-20' });
      await show(widget);
      await until(widget, 'ready');
      const refreshed = widget.refresh();
      await drawn(widget);
      expect(['ready', 'refreshing'].map((state) => widget.matches(`:state(${state})`))).to.deep.equal([true, true]);
      answer(Response.json(data));
      await refreshed;
      await drawn(widget);
      expect(widget.matches(':state(refreshing)')).to.equal(false);
    });

    it('waits for a provider that comes later, and follows it', async () => {
      const widget = make({ tag, settings });
      widget.setAttribute('provider', `late-${tag}`);
      const place = await show(widget);
      await until(widget, 'loading');
      const provider = Object.assign(document.createElement('kpi-provider'), { id: `late-${tag}`, data });
      place.append(provider);
      await until(widget, 'ready');
      provider.period = 'last-7-days';
      await provider.updateComplete;
      await drawn(widget);
      expect(widget.result?.window?.start).to.equal('2025-11-14');
      // What it sets itself goes first.
      widget.period = 'last-14-days';
      await drawn(widget);
      expect(widget.result?.window?.start).to.equal('2025-11-07');
    });

    describe('gives itself', () => {
      it('as CSV: a header, then rows as long as it', async () => {
        const widget = await ready(kind);
        const [header, ...rows] = widget.toCSV().trim().split(/\r?\n/);
        const cells = (row: string) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).length;
        expect(rows).to.not.deep.equal([]);
        expect(cells(header!)).to.be.greaterThan(1);
        expect(rows.map(cells)).to.deep.equal(rows.map(() => cells(header!)));
      });

      it('as a sentence, in the language of the page', async () => {
        const widget = await ready(kind);
        expect(widget.toText()).to.match(new RegExp(`^${names.en}.+\\.$`));
        widget.lang = 'pl';
        await waitUntil(() => widget.toText().startsWith(names.pl));
        // Worked on 20 November 2025: no word of English is left.
        expect(widget.toText())
          .to.contain('lis 2025')
          .and.to.not.match(/\b(Nov|Oct|of)\b/);
      });

      it('as a drawing that needs nothing else', async () => {
        const widget = await ready(kind);
        const text = widget.toSVG();
        const drawing = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
        expect(drawing.localName).to.equal('svg');
        expect(drawing.textContent).to.contain(said(widget, 'heading'));
        expect(drawing.querySelectorAll('script, foreignObject, image, link, use')).to.have.lengthOf(0);
        expect(text).to.not.match(/url\((?!&quot;#|#)|var\(|@import|class=/);
        for (const side of ['width', 'height']) expect(Number(drawing.getAttribute(side))).to.be.greaterThan(0);
      });

      it('as nothing, while there is nothing', async () => {
        const widget = make(kind, { data: undefined, src: `/nothing.json?${tag}`, request: never });
        await show(widget);
        await until(widget, 'loading');
        expect([widget.toCSV(), widget.toText(), widget.toSVG()]).to.deep.equal(['', '', '']);
      });
    });
  });
}
