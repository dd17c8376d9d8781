import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Decorator, Preview } from '@storybook/web-components-vite';
import { setStorybookHelpersConfig } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import manifest from '../custom-elements.json';
import '../src/define.js';
import { grounds } from '../stories/place.js';

setCustomElementsManifest(manifest);
setStorybookHelpersConfig({ typeRef: 'parsedType' });

/** What the toolbar says reaches the widgets as it would in a page: through a provider, and through the page itself. */
const asInThePage: Decorator = (story, { globals }) => {
  const { theme, appearance, language, direction } = globals as Record<string, string>;
  const settings = { theme, appearance, lang: language };
  const chosen = Object.entries(settings).filter(([, value]) => value);
  if (chosen.length === 0 && !direction) return story();
  return html`<kpi-provider .theme=${theme} .appearance=${appearance} lang=${language ?? ''}>
    <div lang=${language ?? ''} dir=${direction ?? ''} style=${grounds(appearance === 'dark' ? 'dark' : 'light')}>
      ${story()}
    </div>
  </kpi-provider>`;
};

type Icon = 'paintbrush' | 'contrast' | 'globe' | 'transfer';

const choice = (title: string, icon: Icon, items: readonly (string | { value: string; title: string })[]) => ({
  toolbar: { title, icon, dynamicTitle: true, items: [{ value: '', title: `${title}: as in the story` }, ...items] },
});

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: { storySort: { order: ['Start here', 'Card', 'Trend', 'Funnel', 'Scorecard', 'Period', 'Provider'] } },
  },
  tags: ['autodocs'],
  decorators: [asInThePage],
  initialGlobals: { theme: '', appearance: '', language: '', direction: '' },
  globalTypes: {
    theme: choice('Theme', 'paintbrush', ['default', 'inherit', 'shopify', 'wordpress']),
    appearance: choice('Appearance', 'contrast', ['auto', 'light', 'dark', 'contrast']),
    language: choice('Language', 'globe', [
      { value: 'en', title: 'English' },
      { value: 'da', title: 'Dansk' },
      { value: 'nb', title: 'Norsk' },
      { value: 'pl', title: 'Polski' },
      { value: 'sv', title: 'Svenska' },
      { value: 'zh-Hant', title: '繁體中文' },
    ]),
    direction: choice('Direction', 'transfer', [
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ]),
  },
};

export default preview;
