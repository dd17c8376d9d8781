import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../src/define.js';
import type { KpiCard, KpiFunnel, KpiPeriod, KpiScorecard, KpiTrend } from '../../src/index.js';
import { over, weigh } from '../../src/theme/ground.js';
import { drawn, until } from '../elements/drawn.js';
import { shop } from '../elements/shop.js';

type Widget = KpiCard | KpiFunnel | KpiPeriod | KpiScorecard | KpiTrend;

/** Everything that carries meaning by its colour; the grid, tracks and soft fills are quiet by design. */
const graphics =
  '.line, .comparison, .target, .end, .share, .pace, .glyph, .icon svg, .bar, .reach, .swatch *, .before';

const ratio = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** What is seen at a place, as luminance: every ground under it, from the page's up. */
function groundUnder(widget: Widget): number {
  const grounds: Element[] = [widget.shadowRoot!.querySelector('.base')!];
  for (let around: Element | null = widget; around; around = around.parentElement) grounds.push(around);
  return grounds
    .map((element) => weigh(getComputedStyle(element).backgroundColor)!)
    .reduceRight((below, layer) => over(layer, below), 1);
}

/** The contrast of each colour that an element is drawn in, its opacity and those around it counted. */
function contrasts(element: Element, ground: number): number[] {
  const style = getComputedStyle(element);
  let opacity = 1;
  for (let around: Element | null = element; around; around = around.parentElement)
    opacity *= Number(getComputedStyle(around).opacity);
  const isHollow = element.matches('.hollow');
  const paints = [
    style.fill !== 'none' && !isHollow && weigh(style.fill),
    style.stroke !== 'none' && (isHollow || style.fill === 'none') && weigh(style.stroke),
  ];
  return paints.flatMap((paint) =>
    paint ? [ratio(over({ luminance: paint.luminance, alpha: paint.alpha * opacity }, ground), ground)] : [],
  );
}

async function shown(widget: Widget): Promise<Widget> {
  await until(widget, 'ready');
  await drawn(widget);
  await Promise.all(widget.shadowRoot!.getAnimations().map(({ finished }) => finished));
  return widget;
}

async function place(style: string, content: unknown): Promise<Widget[]> {
  const section = await fixture<HTMLElement>(html`<section style="width: 700px; ${style}">${content}</section>`);
  return Promise.all(
    [...section.querySelectorAll<Widget>('kpi-card, kpi-funnel, kpi-period, kpi-scorecard, kpi-trend')].map(shown),
  );
}

/** Eight weeks of visits, of which fewer and fewer get further, and most are lost at the checkout. */
const visits = {
  timeZone: 'Europe/Copenhagen',
  sessions: Array.from({ length: 560 }, (_, index) => ({
    sessionId: index,
    startedAt: new Date(Date.UTC(2026, 8, 1 + (index % 56), 10)).toISOString(),
    device: index % 3 ? 'mobile' : 'desktop',
    productViewed: index % 10 > 1,
    addedToCart: index % 10 > 3,
    checkoutStarted: index % 10 > 4,
    purchased: index % 10 > 8,
  })),
};

const widgets = (theme: string, appearance = 'auto') => html`
  <div style="width: 420px">
    <kpi-card kpi="order-count" target="90" theme=${theme} appearance=${appearance} .data=${shop}></kpi-card>
    <kpi-card kpi="net-sales" actions theme=${theme} appearance=${appearance} .data=${shop}></kpi-card>
    <kpi-card heading="Good" value="130" previous="100" target="120" theme=${theme} appearance=${appearance}></kpi-card>
    <kpi-card heading="Bad" value="70" previous="100" target="120" theme=${theme} appearance=${appearance}></kpi-card>
    <kpi-trend kpi="net-sales order-count" theme=${theme} appearance=${appearance} .data=${shop}></kpi-trend>
    <kpi-funnel theme=${theme} appearance=${appearance} .data=${visits}></kpi-funnel>
    <kpi-funnel by="device" theme=${theme} appearance=${appearance} .data=${visits}></kpi-funnel>
    <kpi-scorecard kpi="net-sales order-count" theme=${theme} appearance=${appearance} .data=${shop}></kpi-scorecard>
    <kpi-scorecard kpi="net-sales" by="channel" theme=${theme} appearance=${appearance} .data=${shop}></kpi-scorecard>
    <kpi-period theme=${theme} appearance=${appearance}></kpi-period>
    <kpi-trend kpi="net-sales" target="90000" theme=${theme} appearance=${appearance} .data=${shop}></kpi-trend>
  </div>
  <kpi-funnel theme=${theme} appearance=${appearance} .data=${visits}></kpi-funnel>
`;

/** What lies under a text of a drawing, as luminance: the shapes drawn before it that reach below it. */
function groundOf(text: SVGTextElement, ground: number): number {
  const { left, right, top, bottom } = text.getBoundingClientRect();
  const shapes = [...text.ownerSVGElement!.querySelectorAll<SVGGeometryElement>('.join, .lost, .active, .selected')];
  return shapes.reduce((below, shape) => {
    const box = shape.getBoundingClientRect();
    if (box.right <= left || box.left >= right || box.bottom <= top || box.top >= bottom) return below;
    const { fill, fillOpacity, stroke } = getComputedStyle(shape);
    if (fill === 'none') return below;
    expect(stroke).to.equal('none');
    const { luminance, alpha } = weigh(fill)!;
    return over({ luminance, alpha: alpha * Number(fillOpacity) }, below);
  }, ground);
}

function isReadable(widget: Widget): void {
  const ground = groundUnder(widget);
  const drawings = [...widget.shadowRoot!.querySelectorAll(graphics)];
  if (widget.localName !== 'kpi-period') expect(drawings).to.not.have.lengthOf(0);
  for (const drawing of drawings) {
    for (const contrast of contrasts(drawing, ground)) {
      expect(contrast, `${widget.localName} ${drawing.getAttribute('class')}`).to.be.at.least(2.98);
    }
  }
  for (const text of widget.shadowRoot!.querySelectorAll<SVGTextElement>('.chart > svg text')) {
    const below = groundOf(text, ground);
    const { luminance, alpha } = weigh(getComputedStyle(text).fill)!;
    const contrast = ratio(over({ luminance, alpha }, below), below);
    expect(contrast, `${widget.localName} "${text.textContent}"`).to.be.at.least(4.48);
  }
}

/** All that is drawn; other text by axe. */
async function canBeRead(widgets: readonly Widget[]): Promise<void> {
  widgets.forEach(isReadable);
  await expect(widgets[0]!.closest('section')).to.be.accessible();
}

const ink = (widget: Widget, selector: string, name = 'color') =>
  getComputedStyle(widget.shadowRoot!.querySelector(selector)!).getPropertyValue(name);
const surface = (widget: Widget) => ink(widget, '.base', 'background-color');

// What the widgets fetch on demand takes a while to be served for the first time.
before(async () => {
  await Promise.all([import('../../src/elements/engine.part.js'), import('../../src/formats/schema.js')]);
});

describe('every text and graphic can be read', () => {
  for (const theme of ['default', 'shopify', 'wordpress']) {
    for (const appearance of ['light', 'dark', 'contrast']) {
      for (const page of appearance === 'contrast' ? ['light', 'dark'] : ['light']) {
        it(`${theme}, ${appearance}, on a page that is ${page}`, async () => {
          await canBeRead(await place(`color-scheme: ${page}`, widgets(theme, appearance)));
        });
      }
    }
  }

  for (const [name, style] of [
    ['white', 'background: #fff; color: #202020'],
    ['white, under pale text', 'background: #fff; color: #666'],
    ['white, under text whose quiet words are just dark enough', 'background: #fff; color: #404040'],
    ['night, under text whose quiet words are just light enough', 'background: #111; color: #a8a8a8'],
    ['the grey of an admin page', 'background: #f0f0f1; color: #3c434a'],
    ['a grey', 'background: #cfd4da; color: #111'],
    ['a mid-tone', 'background: #757575; color: #fff'],
    ['a mid-tone under black', 'background: oklch(0.62 0.1 140); color: #000'],
    ['a strong colour', 'background: #2563eb; color: #fff'],
    ['a dark grey', 'background: #3a3a3a; color: #fff'],
    ['night', 'background: oklch(0.2 0.02 260); color: oklch(0.95 0.01 260)'],
    [
      'a veil over night',
      'background: linear-gradient(rgb(255 255 255 / 4%) 0 0), #111; color: rgb(255 255 255 / 87%)',
    ],
  ]) {
    it(`in the page’s own look on ${name}`, async () => {
      await canBeRead(await place(style!, widgets('inherit')));
    });
  }
});

describe('the page’s own look', () => {
  const one = html`<kpi-card kpi="order-count" theme="inherit" .data=${shop}></kpi-card>`;

  it('takes no colour but the text’s on a picture', async () => {
    const [card] = await place('background-image: linear-gradient(red, blue); color: rgb(255, 255, 255)', one);
    expect(ink(card!, 'path.line', 'stroke')).to.equal('rgb(255, 255, 255)');
  });

  it('keeps text and type of the page, also inside quiet words', async () => {
    const [card] = await place('color: rgb(1, 2, 3); font-family: Verdana', one);
    expect(ink(card!, '.figure')).to.equal('rgb(1, 2, 3)');
    expect(ink(card!, '.figure', 'font-family')).to.equal('Verdana');
    const panel = card!.shadowRoot!.querySelector('.heading')!;
    const strong = Object.assign(document.createElement('b'), { className: 'probe' });
    strong.setAttribute('style', 'color: var(--_text)');
    panel.append(strong);
    expect(getComputedStyle(strong).color).to.equal('rgb(1, 2, 3)');
  });

  it('follows the page from light to dark and back', async () => {
    const [card] = await place('background: #fff; color: #111', one);
    const section = card!.parentElement!;
    const line = () => ink(card!, 'path.line', 'stroke');
    const light = line();
    const until = async (is: () => boolean) => {
      const end = performance.now() + 2000;
      while (!is() && performance.now() < end) await new Promise(requestAnimationFrame);
      expect(is()).to.equal(true);
    };
    section.style.cssText += 'background: #0c0d10; color: #eee';
    await until(() => line() !== light);
    expect(weigh(line())!.luminance).to.be.greaterThan(weigh(light)!.luminance);
    section.style.cssText += 'background: #fff; color: #111';
    await until(() => line() === light);
  });

  it('is measured anew where the widget is moved to', async () => {
    const [card] = await place('background: #fff; color: #111', one);
    const light = ink(card!, 'path.line', 'stroke');
    const [other] = await place('background: #0c0d10; color: #eee', one);
    other!.parentElement!.append(card!);
    await drawn(card!);
    expect(ink(card!, 'path.line', 'stroke')).to.equal(ink(other!, 'path.line', 'stroke'));
    expect(ink(card!, 'path.line', 'stroke')).to.not.equal(light);
  });

  it('gives panels a ground of their own that suits the text', async () => {
    for (const style of ['background: #fff; color: #111', 'background: #0c0d10; color: #eee']) {
      const [card] = await place(style, one);
      card!.shadowRoot!.querySelector<HTMLElement>('.icon')!.click();
      await drawn(card!);
      const raised = weigh(ink(card!, '.panel', 'background-color'))!;
      expect(raised.alpha).to.equal(1);
      expect(ratio(raised.luminance, weigh(ink(card!, '.panel'))!.luminance)).to.be.at.least(4.5);
    }
  });

  it('leaves nothing behind when it is given up', async () => {
    const [card] = await place('color: rgb(1, 2, 3)', one);
    card!.theme = 'default';
    await drawn(card!);
    expect(ink(card!, '.figure')).to.not.equal('rgb(1, 2, 3)');
    expect(card!.shadowRoot!.querySelector<HTMLElement>('.base')!.style.getPropertyValue('--_ink')).to.equal('');
  });
});

describe('themes nest', () => {
  const card = html`<kpi-card kpi="order-count" .data=${shop}></kpi-card>`;

  it('a provider in another one, and a widget of its own', async () => {
    const [outer, inner, own, back] = await place(
      'color-scheme: light',
      html`<kpi-provider theme="shopify" appearance="dark">
        ${card}
        <kpi-provider theme="wordpress">
          ${card}
          <kpi-card kpi="order-count" theme="default" appearance="light" .data=${shop}></kpi-card>
        </kpi-provider>
        <kpi-provider appearance="light">${card}</kpi-provider>
      </kpi-provider>`,
    );
    const radius = (widget: Widget | undefined) => ink(widget!, '.base', 'border-start-start-radius');
    const isDark = (widget: Widget | undefined) => weigh(surface(widget!))!.luminance < 0.1;
    expect([outer, inner, own, back].map(radius)).to.deep.equal(['12px', '2px', '14px', '12px']);
    expect([outer, inner, own, back].map(isDark)).to.deep.equal([true, true, false, false]);
  });

  it('what the page says above a widget wins over its preset, in every appearance', async () => {
    for (const theme of ['default', 'inherit', 'shopify', 'wordpress']) {
      for (const appearance of ['auto', 'light', 'dark', 'contrast']) {
        const [widget] = await place(
          '--kpi-accent: rgb(1, 2, 3); --kpi-surface: rgb(250, 251, 252); --kpi-radius: 3px; --kpi-space: 5px',
          html`<kpi-card
            kpi="order-count"
            theme=${theme}
            appearance=${appearance}
            density="compact"
            .data=${shop}
          ></kpi-card>`,
        );
        expect(ink(widget!, 'path.line', 'stroke')).to.equal('rgb(1, 2, 3)');
        expect(surface(widget!)).to.equal('rgb(250, 251, 252)');
        expect(ink(widget!, '.base', 'border-start-start-radius')).to.equal('3px');
        expect(ink(widget!, '.heading', 'padding-inline-start')).to.not.equal('5px');
        expect(ink(widget!, '.top', 'padding-inline-start')).to.equal('5px');
      }
    }
  });

  it('one accent drives the series', async () => {
    const [trend] = await place(
      '--kpi-accent: rgb(200, 30, 30)',
      html`<kpi-trend kpi="net-sales order-count" .data=${shop}></kpi-trend>`,
    );
    const base = trend!.shadowRoot!.querySelector<HTMLElement>('.base')!;
    const shade = (number: number) => {
      base.style.setProperty('outline-color', `var(--_series-${number})`);
      return getComputedStyle(base).outlineColor;
    };
    expect(shade(1)).to.equal('rgb(200, 30, 30)');
    const shades = [1, 2, 3, 4, 5, 6].map(shade);
    expect(new Set(shades).size).to.equal(6);
    base.style.removeProperty('outline-color');
  });

  it('an unknown preset is the default one, said once', async () => {
    const said: string[] = [];
    const warn = console.warn.bind(console);
    console.warn = (...words: unknown[]) => said.push(words.join(' '));
    const cards = await place(
      '',
      html`<kpi-card kpi="order-count" theme="drupal" .data=${shop}></kpi-card>
        <kpi-card kpi="order-count" theme="drupal" .data=${shop}></kpi-card>`,
    );
    console.warn = warn;
    expect(ink(cards[0]!, '.base', 'border-start-start-radius')).to.equal('14px');
    expect(said.filter((words) => words.includes('drupal'))).to.have.lengthOf(1);
    expect(said.find((words) => words.includes('drupal'))).to.include('shopify');
  });
});

// Only this engine can be told to print.
if (navigator.userAgent.includes('Chrome')) {
  describe('on paper', () => {
    afterEach(() => emulateMedia({ media: 'screen' }));

    for (const theme of ['default', 'inherit', 'shopify']) {
      it(`${theme} is light, from a dark page`, async () => {
        const dark = 'background: #111; color: #eee; color-scheme: dark';
        const cards = await place(dark, widgets(theme));
        await emulateMedia({ media: 'print' });
        for (const card of cards) {
          if (card.localName !== 'kpi-period') expect(weigh(surface(card))!.luminance).to.be.closeTo(1, 1e-6);
          expect(weigh(ink(card, '.figure, .value, td.in-value'))!.luminance).to.be.lessThan(0.1);
        }
        await canBeRead(cards);
      });
    }
  });
}
