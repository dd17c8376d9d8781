import '../src/define.js';
import { shopWords } from './words.js';

const controls = document.querySelector('form')!;
const provider = document.querySelector('kpi-provider')!;
document.querySelector('code')!.textContent = provider.outerHTML.replace(/^ {6}/gm, '');

/** The whole of what a page does to steer its widgets: attributes on the provider, `lang` and `color-scheme` on itself. */
function apply(): void {
  const { period, lang, appearance } = Object.fromEntries(new FormData(controls)) as Record<string, string>;
  provider.period = period;
  provider.grain = period === 'last-quarter' ? 'week' : 'month';
  document.documentElement.lang = lang ?? 'en';
  document.documentElement.style.colorScheme = appearance ?? '';

  const words = shopWords[lang ?? 'en'];
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = (words as Record<string, string> | undefined)?.[element.dataset['text']!] ?? '';
  }
}

controls.addEventListener('change', apply);
apply();
