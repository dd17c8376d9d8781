import type { Message } from '../message.js';

/** The heads of a scorecard's columns, which stand before its figures do. */
export const scorecardColumnsEnglish = {
  'scorecard.name': 'Figure',
  'scorecard.value': 'Value',
  'scorecard.share': 'Share',
  'scorecard.change': 'Change',
  'scorecard.course': 'Trend',
  'scorecard.target': 'Target',
} satisfies Record<string, Message>;
