import { joined } from '../core/dataset/limits.js';
import type { Meter } from '../core/dataset/limits.js';
import { readers } from './readers.js';
import { chunksOf } from './text.js';

/** All of a text that comes in chunks. @throws KpiError `too-large`; what the chunks throw */
export async function join(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text = joined(text, chunk);
  return text;
}

/**
 * What a JSON text holds. One task whatever the length, about 10 ms a megabyte: CSV and NDJSON are for what is longer.
 *
 * @throws KpiError `malformed-data` with the position; what the chunks throw
 */
export async function readJson(chunks: AsyncIterable<string>): Promise<unknown> {
  const text = await join(chunks);
  try {
    return JSON.parse(text);
  } catch {
    // Says what is wrong with it.
    return (await readers()).parseJson(text);
  }
}

/** What an answer of JSON holds. @throws KpiError as `readJson` */
export const readJsonAnswer = (answer: Response, meter?: Meter): Promise<unknown> =>
  readJson(chunksOf(answer, { meter }));

/** What an answer says. @throws KpiError as `chunksOf` */
export const readTextAnswer = (answer: Response, meter?: Meter): Promise<string> => join(chunksOf(answer, { meter }));
