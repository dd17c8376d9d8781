import { describe, expect, it } from 'vitest';
import { rules } from '../../src/core/catalog/rules.js';
import type { Advice } from '../../src/locale/advice.js';
import { adviceIn } from '../../src/locale/load-advice.js';
import { en } from '../../src/locale/en.js';
import type { Language } from '../../src/locale/languages.js';
import { findingsView } from '../../src/view-model/advice-view.js';
import { createWords } from '../../src/view-model/words.js';
import { textWidth } from '../../src/visuals/text-width.js';

const languages = Object.keys(adviceIn) as Language[];
const shape = (advice: Readonly<Record<string, Advice>>) =>
  Object.fromEntries(
    Object.entries(advice).map(([kpi, kinds]) => [
      kpi,
      Object.fromEntries(
        Object.entries(kinds).map(([kind, texts]: [string, readonly string[]]) => [kind, texts.length]),
      ),
    ]),
  );

describe.each(languages)('advice in %s', (language) => {
  it('words every rule and no other', async () => {
    const { rules: worded } = await adviceIn[language]();
    expect(Object.keys(worded)).toEqual(rules.map(({ id }) => id));
  });

  it('says of every rule in two lines of a card what it found', async () => {
    const { rules: worded } = await adviceIn[language]();
    const findings = findingsView(
      rules.map((rule) => ({ ...rule, figures: [] })),
      { rules: worded, advice: {}, reviewed: [] },
      createWords(en),
    );
    // A card of 200 px has 2 lines of 147 px.
    expect(findings.filter(({ headline }) => textWidth(headline, 12) > 2 * 147 * 1.03)).toEqual([]);
    for (const { headline, text } of findings) expect(text.startsWith(headline)).toBe(true);
    expect(new Set(findings.map(({ headline }) => headline)).size).toBe(rules.length);
  });

  it('says of every KPI what English says', async () => {
    const [own, english] = [await adviceIn[language](), await adviceIn.en()];
    expect(shape(own.advice)).toEqual(shape(english.advice));
  });

  it('ends every text as a sentence, and leaves nothing in English', async () => {
    const [own, english] = [await adviceIn[language](), await adviceIn.en()];
    const textsOf = ({ rules: worded, advice }: typeof own) => [
      ...Object.values(worded),
      ...Object.values(advice).flatMap((kinds) => Object.values(kinds).flat() as string[]),
    ];
    const texts = textsOf(own);
    expect(texts.filter((text) => !/[.。)]$|÷ .+。$/.test(text))).toEqual([]);
    expect(new Set(texts).size).toBeGreaterThan(texts.length - 3);
    if (language !== 'en') expect(texts.filter((text) => textsOf(english).includes(text))).toEqual([]);
  });

  it('names only what there is as reviewed', async () => {
    const { reviewed, rules: worded, advice } = await adviceIn[language]();
    expect(reviewed.filter((id) => !(id in worded) && !(id in advice))).toEqual([]);
  });
});

it('holds the catalogue’s 65 pieces of advice', async () => {
  const { advice } = await adviceIn.en();
  expect(Object.values(advice).flatMap((kinds) => Object.values(kinds).flat() as string[])).toHaveLength(65);
});
