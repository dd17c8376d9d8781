import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { KpiProvider } from '../../src/index.js';
import type { Language } from '../../src/locale/languages.js';
import { drawn, filled, said, until } from '../elements/drawn.js';
import { kinds, make, never, show, withoutFaults } from './kinds.js';
import type { Widget } from './kinds.js';

const again: Readonly<Record<Language, string>> = {
  en: 'Try again',
  da: 'Prøv igen',
  sv: 'Försök igen',
  nb: 'Prøv igjen',
  pl: 'Spróbuj ponownie',
  'zh-Hant': '再試一次',
};

const buttonOf = (widget: Widget) => widget.shadowRoot!.querySelector<HTMLButtonElement>('[part~=retry]');
const focused = (widget: Widget) => widget.shadowRoot!.activeElement;

/** What a widget without figures says, and what can be done about it. */
for (const { tag, settings: needed } of kinds) {
  const { data, ...settings } = needed;
  const kind = { tag, settings: { ...settings, asOf: '2025-11-20' } };

  /** Answers with 404 as long as it fails, and may be held up. */
  function server() {
    const there = {
      fails: true,
      asked: 0,
      held: undefined as Promise<void> | undefined,
      request: async () => {
        there.asked += 1;
        await there.held;
        return there.fails ? new Response('', { status: 404 }) : Response.json(data);
      },
    };
    return there;
  }

  describe(`<${tag}> without figures`, () => {
    withoutFaults();
    const { warn } = console;
    let warnings: string[];
    beforeEach(() => {
      warnings = [];
      console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
    });
    afterEach(() => {
      console.warn = warn;
    });

    it('has a button that asks again: by the keyboard, once, saying so, and the focus stays', async () => {
      const there = server();
      const widget = make(kind, { src: `/again.json?${tag}`, request: there.request });
      await show(widget);
      await until(widget, 'error');
      expect(said(widget, 'message')).to.contain('There is nothing at http');
      const button = buttonOf(widget)!;
      expect(button.textContent.trim()).to.equal('Try again');
      await expect(widget).to.be.accessible();

      let answer = () => undefined as void;
      there.held = new Promise((resolve) => (answer = resolve));
      button.focus();
      button.click();
      await drawn(widget);
      expect(widget.matches(':state(error):state(refreshing)')).to.equal(true);
      expect([button.textContent.trim(), button.ariaDisabled]).to.deep.equal(['Loading…', 'true']);
      button.click();
      await aTimeout(50);
      expect(there.asked).to.equal(2);
      answer();
      await waitUntil(() => !widget.matches(':state(refreshing)'));
      await drawn(widget);
      expect([buttonOf(widget) === button, focused(widget) === button]).to.deep.equal([true, true]);
      expect([button.textContent.trim(), button.ariaDisabled]).to.deep.equal(['Try again', 'false']);

      there.fails = false;
      button.click();
      await until(widget, 'ready');
      await waitUntil(() => focused(widget)?.matches('.icon'));
      expect(buttonOf(widget)).to.equal(null);
    });

    for (const [lang, words] of Object.entries(again)) {
      it(`its button is called ${words} (${lang})`, async () => {
        const widget = make(kind, { src: `/named.json?${tag}${lang}`, request: server().request, lang });
        await show(widget);
        await until(widget, 'error');
        await waitUntil(() => buttonOf(widget)?.textContent.trim() === words);
      });
    }

    it('asks the provider for all that it gives to', async () => {
      const there = server();
      const widget = make(kind);
      const other = make(kind);
      const provider = await fixture<KpiProvider>(
        html`<kpi-provider src=${`/provided.json?${tag}`} .request=${there.request}>${widget}${other}</kpi-provider>`,
      );
      await Promise.all([until(widget, 'error'), until(other, 'error')]);
      there.fails = false;
      buttonOf(widget)!.click();
      await Promise.all([until(widget, 'ready'), until(other, 'ready')]);
      expect(there.asked).to.equal(2);
      provider.remove();
    });

    it('has none where asking again would change nothing: a setting, data in the page', async () => {
      const wrong = make(kind, { src: `/wrong.json?${tag}`, request: () => Response.json(data), period: 'nonsense' });
      const inPage = make(kind, { data: '{"orders":' });
      for (const widget of [wrong, inPage]) {
        await show(widget);
        await until(widget, 'error');
        expect(said(widget, 'message')).to.match(/\S/);
        expect(buttonOf(widget)).to.equal(null);
      }
    });

    it('older figures have it in their panel', async () => {
      const there = server();
      there.fails = false;
      const widget = make(kind, { src: `/older.json?${tag}`, request: there.request });
      await show(widget);
      await until(widget, 'ready');
      const actions = () => [...widget.shadowRoot!.querySelectorAll<HTMLElement>('.menu button')];
      widget.shadowRoot!.querySelector<HTMLElement>('.icon')!.click();
      await filled(widget);
      expect(actions()).to.have.lengthOf(0);
      there.fails = true;
      await widget.refresh();
      await waitUntil(() => actions().length === 1);
      const [button] = actions();
      expect(button!.textContent.trim()).to.equal('Try again');
      there.fails = false;
      button!.focus();
      button!.click();
      await waitUntil(() => !widget.matches(':state(stale)'));
      await waitUntil(() => focused(widget)?.matches('.panel'));
      expect(actions()).to.have.lengthOf(0);
    });

    it('says what is missing where nothing has been given, after a while, and once to the developer', async function () {
      this.timeout(10_000);
      const widget = make(kind);
      const place = await show(widget);
      await until(widget, 'empty');
      // Data may be on their way: nothing flashes.
      expect(said(widget, 'message')).to.equal('');
      expect(warnings).to.deep.equal([]);
      await waitUntil(() => said(widget, 'message') !== '', undefined, { timeout: 6000 });
      expect(said(widget, 'message'))
        .to.contain('No data')
        .and.to.match(/Possible: .*data, src, <kpi-provider>\.$/);
      expect(widget.matches(':state(empty)')).to.equal(true);
      await expect(widget).to.be.accessible();
      widget.remove();
      place.append(widget);
      await drawn(widget);
      expect(warnings).to.have.lengthOf(1);
      expect(warnings[0]).to.match(new RegExp(`^<${tag}> has nothing to show\\..* data, src, `));
      Object.assign(widget, { data });
      await until(widget, 'ready');
      expect(said(widget, 'message')).to.equal('');
    });

    it('says nothing where data, or a provider that has some, come in the meantime', async function () {
      this.timeout(10_000);
      const widget = make(kind);
      const other = make(kind);
      await show(widget);
      await show(other);
      await Promise.all([until(widget, 'empty'), until(other, 'empty')]);
      Object.assign(widget, { src: `/meantime.json?${tag}`, request: never });
      const provider = Object.assign(document.createElement('kpi-provider'), { data });
      other.replaceWith(provider);
      provider.append(other);
      await until(other, 'ready');
      await aTimeout(3500);
      expect(widget.matches(':state(loading)')).to.equal(true);
      expect(warnings).to.deep.equal([]);
    });
  });
}
