import { shopWords } from './words.js';

/**
 * What the toolbar sets reaches page and widgets: attributes on the provider, `lang` and `color-scheme` on the page, which
 * is all that a page does to steer its widgets. It stands in the address too, so that a look can be linked to.
 *
 * @param follow is told whenever something was set, with the page's words
 */
export function followLooks(follow: (say: (name: string | undefined) => string, lang: string) => void): void {
  const controls = document.querySelector('form')!;
  const provider = document.querySelector('kpi-provider')!;
  const page = document.documentElement;

  const asked = new URLSearchParams(location.search);
  for (const select of controls.querySelectorAll('select')) {
    const value = asked.get(select.name);
    if ([...select.options].some((option) => option.value === value)) select.value = value!;
  }

  const apply = (): void => {
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
    follow(say, lang);
  };

  controls.addEventListener('change', () => {
    apply();
    history.replaceState(null, '', `?${new URLSearchParams(new FormData(controls) as unknown as string[][])}`);
  });
  apply();
}
