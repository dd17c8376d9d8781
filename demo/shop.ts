import '../src/define.js';
import type { KpiScorecard } from '../src/elements/kpi-scorecard/kpi-scorecard.js';
import { followLooks } from './looks.js';
import { happenings } from './words.js';

const provider = document.querySelector('kpi-provider')!;
document.querySelector('code')!.textContent = provider.outerHTML.replace(/^ {6}/gm, '');

followLooks((say) => {
  for (const trend of document.querySelectorAll('#sales kpi-trend:not([by]), #checkout kpi-trend[by]'))
    Object.assign(trend, {
      annotations: happenings.map(({ start, end, name }) => ({ start, end, label: say(name) })),
    });
});

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
