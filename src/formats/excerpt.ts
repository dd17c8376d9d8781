/** The beginning of a value, for an error's words. */
export const excerptOf = (value: unknown): string => (JSON.stringify(value) ?? typeof value).slice(0, 40);
