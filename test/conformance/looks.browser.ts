import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { KpiPeriod } from '../../src/index.js';
import { drawn, filled, until } from '../elements/drawn.js';
import { kinds, make, ready, show, shown, withoutFaults } from './kinds.js';
import type { Widget } from './kinds.js';

/** What a widget must look like, whatever it draws. */
for (const kind of kinds) {
  const { tag, wrong, accent, known } = kind;
  describe(`<${tag}> looks`, () => {
    withoutFaults();

    for (const [name, settings] of [
      ['in Polish, dark', { lang: 'pl', appearance: 'dark' }],
      ['in traditional Chinese, compact', { lang: 'zh-Hant', density: 'compact' }],
      ['in high contrast, with a target', { appearance: 'contrast', target: 90 }],
      ['in the type and colours of the page', { theme: 'inherit' }],
    ] as const) {
      it(`is accessible ${name}`, async () => {
        const widget = await ready(kind, settings);
        await expect(widget).to.be.accessible();
      });
    }

    it('is accessible right to left, with its panel open', async () => {
      const widget = make(kind, { actions: true });
      const place = await show(widget);
      place.dir = 'rtl';
      await until(widget, 'ready');
      widget.shadowRoot!.querySelector<HTMLElement>('.icon')!.click();
      await filled(widget);
      await expect(widget).to.be.accessible();
    });

    it('survives a page that unsets everything and shrinks the root', async () => {
      const widget = await ready(kind);
      const look = () => {
        const base = widget.shadowRoot!.querySelector('.base')!;
        const figure = getComputedStyle(widget.shadowRoot!.querySelector('[part~="figure"]')!);
        const { width, height } = base.getBoundingClientRect();
        return { width, height, size: figure.fontSize, weight: figure.fontWeight, display: figure.display };
      };
      const before = look();
      const hostile = document.createElement('style');
      hostile.textContent = '* { all: unset } html { font-size: 62.5% }';
      // The place keeps its width: everything else of the page is gone.
      widget.parentElement!.style.setProperty('width', '480px', 'important');
      widget.parentElement!.style.setProperty('display', 'block', 'important');
      document.head.append(hostile);
      await drawn(widget);
      const after = look();
      hostile.remove();
      expect(after).to.deep.equal(before);
    });

    it('has a width of its own where its parent has none', async () => {
      const widget = make(kind);
      const place = await show(widget);
      place.style.cssText = 'display: inline-flex';
      await until(widget, 'ready');
      expect(widget.getBoundingClientRect().width).to.be.greaterThan(200);
    });

    it('is hidden by the attribute, and by the page', async () => {
      const widget = await ready(kind);
      widget.hidden = true;
      expect(widget.getClientRects()).to.have.lengthOf(0);
      widget.hidden = false;
      widget.style.display = 'none';
      expect(widget.getClientRects()).to.have.lengthOf(0);
    });

    it('takes the colours that the page sets above it', async () => {
      const widget = make(kind);
      const place = await show(widget);
      place.setAttribute('style', 'width: 480px; --kpi-accent: rgb(1, 2, 3); --kpi-surface: rgb(4, 5, 6)');
      await until(widget, 'ready');
      const computed = (selector: string) => getComputedStyle(widget.shadowRoot!.querySelector(selector)!);
      expect(computed(accent[0])[accent[1]]).to.equal('rgb(1, 2, 3)');
      expect(computed('.base').backgroundColor).to.equal('rgb(4, 5, 6)');
    });

    it('follows the colour scheme of its place, unless it is told', async () => {
      const widget = make(kind);
      const place = await show(widget);
      await until(widget, 'ready');
      const ground = () => getComputedStyle(widget.shadowRoot!.querySelector('.base')!).backgroundColor;
      place.style.colorScheme = 'dark';
      const dark = ground();
      place.style.colorScheme = 'light';
      expect(ground()).to.not.equal(dark);
      widget.appearance = 'dark';
      await widget.updateComplete;
      expect(ground()).to.equal(dark);
    });

    it('takes no style text that a strict policy would refuse', async () => {
      const widget = await ready(kind, { target: 90, actions: true });
      expect(widget.shadowRoot!.querySelectorAll('style, [style]')).to.have.lengthOf(0);
    });

    it('shows the page’s own words in its slots', async () => {
      const widget = make(kind, wrong);
      widget.innerHTML = '<b slot="heading">Ours</b><p slot="error">Ask Anna.</p>';
      const place = await show(widget);
      await until(widget, 'error');
      for (const own of place.querySelectorAll('[slot]')) expect(own.getClientRects()).to.have.lengthOf(1);
    });

    for (const width of [280, 300, 320, 480, 700, 760]) {
      it(`keeps its height when the figures come, ${width} px wide`, async () => {
        let answer = (_response: Response): void => undefined;
        const request = () => new Promise<Response>((resolve) => (answer = resolve));
        const { data, ...settings } = kind.settings;
        const src = `/shop.json?${tag}-${width}`;
        const widget = make({ tag, settings }, { ...known, src, request, asOf: '2025-11-20' });
        await show(widget, width);
        await until(widget, 'loading');
        const height = () => widget.getBoundingClientRect().height;
        const awaited = height();
        await drawn(widget);
        answer(Response.json(data));
        await until(widget, 'ready');
        expect(height()).to.be.closeTo(awaited, 1);
      });
    }

    it('builds its panel and its table when they are asked for', async () => {
      const widget = await ready(kind, { actions: true });
      expect(widget.shadowRoot!.querySelector('.panel')).to.equal(null);
      widget.shadowRoot!.querySelector<HTMLElement>('.icon')!.click();
      const panel = widget.shadowRoot!.querySelector<HTMLElement>('.panel')!;
      await filled(widget);
      expect(panel.matches(':popover-open')).to.equal(true);
      expect(panel.querySelectorAll('.facts'), 'of the figure, and of the data').to.have.lengthOf(2);
      expect(panel.querySelectorAll('table')).to.have.lengthOf(0);
      panel.querySelector<HTMLElement>('.menu button')!.click();
      await drawn(widget);
      expect(panel.querySelectorAll('table')).to.have.lengthOf(1);
      panel.hidePopover();
      await drawn(widget);
      expect(panel.childElementCount).to.equal(0);
    });
  });
}

/** What the picker must do as well. */
for (const each of shown) {
  const { tag, names, nameOf } = each;
  const appear = async (settings?: object): Promise<Widget | KpiPeriod> => {
    const element = make<Widget | KpiPeriod>(each, settings);
    await show(element);
    await until(element, 'ready');
    return element;
  };

  describe(`<${tag}> in its page`, () => {
    withoutFaults();

    it('speaks six languages, one after the other', async () => {
      const element = await appear();
      for (const [lang, name] of Object.entries(names)) {
        element.lang = lang;
        await waitUntil(() => nameOf(element) === name, `${name} in ${lang}, not ${nameOf(element)}`);
        expect(element.shadowRoot!.querySelector('.base')!.getAttribute('lang')).to.equal(lang);
      }
    });

    it('takes a look that it does not know for its default, and says so to the developer once', async () => {
      const warnings: string[] = [];
      const warn = console.warn.bind(console);
      console.warn = (text: string) => warnings.push(text);
      try {
        // Said once a page for each value: these are nobody else's.
        const looks = { theme: `${tag}-rose`, appearance: `${tag}-dusk`, density: `${tag}-airy` };
        const element = await appear(looks);
        const base = element.shadowRoot!.querySelector('.base')!;
        for (const look of ['default', 'auto', 'comfortable'])
          expect(base.classList.contains(look), look).to.equal(true);
        element.remove();
        await appear(looks);
        expect(warnings).to.deep.equal([
          `<${tag} theme="${tag}-rose"> is not known; taking "default" of default, inherit, shopify, wordpress.`,
          `<${tag} appearance="${tag}-dusk"> is not known; taking "auto" of auto, light, dark, contrast.`,
          `<${tag} density="${tag}-airy"> is not known; taking "comfortable" of comfortable, compact.`,
        ]);
      } finally {
        console.warn = warn;
      }
    });

    it('is dressed by its attributes, and by those of its provider', async () => {
      const classes = (element: Element) => [...element.shadowRoot!.querySelector('.base')!.classList];
      const element = await appear({ theme: 'shopify', appearance: 'dark', density: 'compact' });
      expect(classes(element)).to.include.members(['shopify', 'dark', 'compact']);

      const provided = make<Widget | KpiPeriod>(each, { density: 'comfortable' });
      const provider = html`<kpi-provider theme="wordpress" appearance="contrast" density="compact"
        >${provided}</kpi-provider
      >`;
      await fixture(provider);
      await until(provided, 'ready');
      expect(classes(provided)).to.include.members(['wordpress', 'contrast', 'comfortable']);
    });
  });
}
