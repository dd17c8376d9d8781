/** An e-mail address is somebody's: no error and no report repeats it. */
const address = /[^\s"'@]+@[^\s"'@]+/g;

/** The beginning of a value as a developer wrote it, for an error's words: JSON knows no NaN, BigInt or invalid Date. */
export function excerptOf(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Date) return String(value);
  try {
    const text = JSON.stringify(value) ?? typeof value;
    return (text.length > 60 ? `${text.slice(0, 60)} …` : text).replace(address, '…@…');
  } catch {
    // Nested too deeply to be written, or in itself.
    return Array.isArray(value) ? 'a list' : `an ${typeof value}`;
  }
}

const mostNames = 40;

/** Names for an error's words; of very many the first ones, of a very long one its beginning. */
export function namesOf(names: readonly string[]): string {
  const first = names.slice(0, mostNames).map((name) => (name.length > 100 ? `${name.slice(0, 100)} …` : name));
  return first.join(', ') + (names.length > mostNames ? `, … (${names.length} in all)` : '');
}
