import { expect, it } from 'vitest';
import type { RuleFigure } from '../../src/core/evaluate/evaluate-rules.js';
import { adviceIn } from '../../src/locale/load-advice.js';
import { adviceView } from '../../src/view-model/advice-view.js';
import { spaced, wordsIn } from './languages.js';

const figure = { isMeasure: false, currency: 'DKK', where: undefined } as const;
const returned: RuleFigure = {
  ...{ ...figure, id: 'return-rate', unit: 'percent' },
  // From 5 % to 6.2 %.
  ...{ value: 0.24, isChange: true, difference: 0.012 },
};
const roas: RuleFigure = {
  ...{ ...figure, id: 'roas', unit: 'ratio', value: 1.5, isChange: false, difference: undefined },
};

const figuresOf = async (language: 'en' | 'da', ...figures: readonly RuleFigure[]) => {
  const fired = [{ id: 'R26', kind: 'diagnosis', level: 'warning', figures }] as const;
  const { findings } = adviceView(undefined, fired, await adviceIn[language](), await wordsIn(language));
  return findings.map((finding) => ({ ...finding, figures: spaced(finding.figures) }));
};

it('words the change of a share in points, any other in percent', async () => {
  const orders = { ...returned, id: 'order-count', unit: 'count', difference: 12 } as const;
  expect(await figuresOf('en', returned, orders, roas)).toEqual([
    {
      isSerious: true,
      headline: 'More is returned',
      text: 'More is returned: look at the reasons, product quality and descriptions.',
      figures: 'Return rate (products): +1.2 pp · Orders: +24.0% · Return on ad spend (ROAS): 1.50',
    },
  ]);
  expect(await figuresOf('da', returned)).toMatchObject([{ figures: 'Returrate: +1,2 %-point' }]);
});
