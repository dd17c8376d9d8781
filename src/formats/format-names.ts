/** What `format` may be, beside the name of a platform. */
export const formats = ['auto', 'json', 'ndjson', 'csv', 'table'] as const;

/** A format's name, and how it is to be read where that is named too: `csv delimiter=semicolon`. */
export function wordsOf(format = ''): [name: string, ...named: string[]] {
  const [name = '', ...named] = format.trim().split(/\s+/);
  return [name || 'auto', ...named];
}

export const isFormat = (name: string): name is (typeof formats)[number] =>
  (formats as readonly string[]).includes(name);
