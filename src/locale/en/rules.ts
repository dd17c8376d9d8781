import type { Message } from '../message.js';

/** What stands above what is known of a KPI in general. */
export const rulesEnglish = {
  'advice.meaning': 'What it tells',
  'advice.diagnosis': 'How to read it',
  'advice.action': 'What helps',
} satisfies Record<string, Message>;
