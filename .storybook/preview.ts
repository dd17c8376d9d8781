import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Preview } from '@storybook/web-components-vite';
import { setStorybookHelpersConfig } from '@wc-toolkit/storybook-helpers';
import manifest from '../custom-elements.json';
import '../src/define.js';

setCustomElementsManifest(manifest);
setStorybookHelpersConfig({ typeRef: 'parsedType' });

const preview: Preview = {
  parameters: { a11y: { test: 'error' }, controls: { expanded: true } },
  tags: ['autodocs'],
};

export default preview;
