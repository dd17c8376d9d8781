/** What `format` may be, beside the name of a platform. */
export const formats = ['auto', 'json', 'ndjson', 'csv', 'table'] as const;
