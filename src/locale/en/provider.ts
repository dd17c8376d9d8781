import type { Message } from '../message.js';

/** Why a provider hands nothing on. */
export const providerEnglish = {
  'problem.unknown-provider': 'There is no such source of data on this page.\nLooked for: <kpi-provider id="{value}">.',
  'problem.undefined-provider': 'The page has not loaded what hands the data on.\nMissing: {missing}.',
} satisfies Record<string, Message>;
