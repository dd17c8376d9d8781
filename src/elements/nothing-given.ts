import type { LitElement } from 'lit';
import { fetched } from '../core/fetched.js';
import { failureEnglish } from '../locale/en/failure.js';
import type { ProblemView } from '../view-model/view.js';
import type { Words } from '../view-model/words.js';

const told = new WeakSet<Element>();

/** What a widget says that has been given nothing to show; its developer is told, too, once. */
export function nothingGiven(widget: LitElement, words: Words): ProblemView {
  const { localName } = widget;
  const sources = `${localName === 'kpi-card' ? 'value, ' : ''}data, src`;
  if (!told.has(widget)) {
    told.add(widget);
    console.warn(`<${localName}> has nothing to show. Expected one of ${sources}, or a <kpi-provider> that has.`);
    // Perhaps what was to give it is misspelt.
    fetched(import('./engine.part.js')).then(
      ({ warnOfMisspelt }) => warnOfMisspelt(widget),
      () => undefined,
    );
  }
  const expected = `${sources}, <kpi-provider>`;
  const { say } = words.saying(failureEnglish);
  return { title: say('empty.title'), detail: say('empty.nothing-given', { expected }) };
}
