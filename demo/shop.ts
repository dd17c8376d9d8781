import '../src/define.js';
import type { KpiScorecard } from '../src/elements/kpi-scorecard/kpi-scorecard.js';
import { happenings, shopWords } from './words.js';

const controls = document.querySelector('form')!;
const provider = document.querySelector('kpi-provider')!;
const page = document.documentElement;
document.querySelector('code')!.textContent = provider.outerHTML.replace(/^ {6}/gm, '');

/** What the toolbar sets stands in the address too, so that a look can be linked to. */
const asked = new URLSearchParams(location.search);
for (const select of controls.querySelectorAll('select')) {
  const value = asked.get(select.name);
  if ([...select.options].some((option) => option.value === value)) select.value = value!;
}

/** The whole of what a page does to steer its widgets: attributes on the provider, `lang` and `color-scheme` on itself. */
function apply(): void {
  const choices = Object.fromEntries(new FormData(controls)) as Record<'theme' | 'appearance' | 'lang', string>;
  const { theme, appearance, lang } = choices;
  provider.theme = theme;
  provider.appearance = appearance === 'contrast' ? appearance : 'auto';
  page.style.colorScheme = appearance === 'light' || appearance === 'dark' ? appearance : '';
  page.dataset['theme'] = theme;
  page.lang = lang;

  const words = shopWords[lang] ?? shopWords['en']!;
  const say = (name: string | undefined): string => words[name as keyof typeof words];
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]'))
    element.textContent = say(element.dataset['text']);
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]'))
    element.ariaLabel = say(element.dataset['label']);
  for (const trend of document.querySelectorAll('#sales kpi-trend:not([by]), #checkout kpi-trend[by]'))
    Object.assign(trend, {
      annotations: happenings.map(({ start, end, name }) => ({ start, end, label: say(name) })),
    });
}

controls.addEventListener('change', () => {
  apply();
  history.replaceState(null, '', `?${new URLSearchParams(new FormData(controls) as unknown as string[][])}`);
});
apply();

/** What the shop wants to reach; an attribute holds ids alone, the property their targets too. */
const targets: Readonly<Record<string, string>> = {
  'net-sales': '2000000/month',
  'average-order-value': '750',
  'gross-margin': '57%',
  'conversion-rate': '3%',
  'cart-abandonment-rate': '62%',
  'checkout-completion-rate': '63%',
  'customer-acquisition-cost': '130',
  roas: '5',
  'return-rate': '6%',
  'net-promoter-score': '40',
  'page-load-time': '2.5',
};
const figures = document.querySelector<KpiScorecard>('#figures kpi-scorecard')!;
const ids = figures.getAttribute('kpi')!.trim().split(/\s+/);
figures.kpi = ids.map((kpi) => ({ kpi, target: targets[kpi] }));

/** A chapter of the story sets the period in which it happened and goes where it shows. */
for (const chapter of document.querySelectorAll<HTMLElement>('.story button')) {
  chapter.addEventListener('click', () => {
    const { period, compare, to } = chapter.dataset;
    Object.assign(provider, { period, compare });
    document.getElementById(to!)!.scrollIntoView({
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });
  });
}
