/** What `format` may be, beside the name of a platform. */
export const formats = ['auto', 'json', 'ndjson', 'csv', 'table'] as const;

export const isFormat = (name: string): name is (typeof formats)[number] =>
  (formats as readonly string[]).includes(name);
