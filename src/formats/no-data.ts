import { KpiError } from '../core/error.js';

/** Why an empty text, or a page for people, holds no data. @param text its beginning @returns `malformed-data` */
export function noData(text: string): KpiError {
  if (text.trim() === '')
    return new KpiError('malformed-data', 'The data are empty.', { found: 'nothing', instead: 'nothing' });
  const title = /<title[^>]*>\s*([^<]{1,80})/i.exec(text)?.[1]?.trim();
  return new KpiError(
    'malformed-data',
    `Expected JSON or CSV, found an HTML page${title ? ` with the title "${title}"` : ''}. ` +
      'The address may be wrong, or may need a login.',
    { found: 'html', instead: 'page', title },
  );
}
