import { readers } from './readers.js';

/** What a text is, as far as its beginning tells. */
export type TextFormat = 'json' | 'ndjson' | 'csv' | 'xml';

const enoughToTell = 2 ** 16;

/**
 * Reads far enough into the text to tell its format, whatever the server calls it; and whether it is a long JSON list
 * of objects.
 *
 * @throws KpiError `malformed-data` for an empty text or an HTML page; what the chunks throw
 */
export async function lookAhead(
  chunks: AsyncGenerator<string, void>,
): Promise<{ format: TextFormat; isLongList: boolean; chunks: AsyncGenerator<string, void> }> {
  let head = '';
  while (head.length < enoughToTell) {
    const { done, value } = await chunks.next();
    if (done) break;
    head += value;
  }
  const again = async function* (): AsyncGenerator<string, void> {
    yield head;
    yield* chunks;
  };
  const format = formatOf(head.trimStart());
  const isLongList = head.length >= enoughToTell && /^\s*\[\s*\{/.test(head);
  if (format !== 'none' && format !== 'html') return { format, isLongList, chunks: again() };
  await chunks.return(undefined);
  throw (await readers()).noData(head);
}

function formatOf(text: string): TextFormat | 'none' | 'html' {
  if (text === '') return 'none';
  if (/^<(\?xml|results?\b)/.test(text) && !/<html/i.test(text)) return 'xml';
  if (text.startsWith('<')) return 'html';
  if (!/^[{[]/.test(text)) return 'csv';
  const [line = '', next = ''] = text.split(/\n\s*/, 2);
  return next.startsWith('{') && isJson(line) ? 'ndjson' : 'json';
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
