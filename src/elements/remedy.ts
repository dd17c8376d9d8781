import type { TemplateResult } from 'lit';
import type { KpiError } from '../core/error.js';
import type { Words } from '../view-model/words.js';
import { suggestedMap } from './suggested-map.js';
import { againButton } from './try-again.js';
import type { Asked } from './try-again.js';

/** What may help against an error, below its words. */
export const remedy = (error: KpiError, asked: Asked, words: Words): readonly (TemplateResult | undefined)[] => [
  suggestedMap(error, words),
  againButton(error, asked, words),
];
