const delimiters = [',', ';', '\t', '|'];
/** A header stands among so many rows, and so many characters. */
const mostRows = 20;
const longest = 2 ** 14;
const name = /^[#_(]?\p{L}/u;

/** Reads the rows of a text by a delimiter. */
type ReadRows = (text: string, delimiter: string) => readonly (readonly string[])[];

/**
 * The delimiter that a first line `sep=;` says, as Excel writes it; else the commonest of comma, semicolon, tab and bar in
 * the first line, unless that looks like a title and another makes a header of what follows.
 */
export function delimiterOf(text: string, read: ReadRows): string {
  const said = /^"?sep=(.)"?\r?\n/i.exec(text)?.[1];
  if (said !== undefined) return said;
  const line = (/[^\r\n]*[^\s,;|][^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => line.split(delimiter).length;
  const best = delimiters.reduce((most, delimiter) => (count(delimiter) > count(most) ? delimiter : most));
  const hasTitle = (delimiter: string) => headerAt(read(`${text.slice(0, longest)}\n`, delimiter)) > 0;
  if (count(best) > 2 || hasTitle(best)) return best;
  return delimiters.find((delimiter) => delimiter !== best && hasTitle(delimiter)) ?? best;
}

/**
 * Where the header stands: the first row, or the one below a title and the like, which are blank lines and such of a
 * cell or two where the table has more, and rows that prove it. Only what reads as names is taken for a header, and nothing that may be a row
 * stands above it. One row may have a cell too many.
 */
export function headerAt(rows: readonly (readonly string[])[]): number {
  const first = rows.slice(0, mostRows);
  const filled = first.map((row) => row.filter((cell) => cell.trim()).length);
  const widest = Math.max(...filled);
  const areNames = (row: readonly string[]): boolean => {
    const cells = row.map((cell) => cell.trim()).filter(Boolean);
    return cells.every((cell) => name.test(cell)) && new Set(cells).size === cells.length;
  };
  const namesOf = (width: number): number =>
    width > 1 ? first.findIndex((row, index) => filled[index] === width && areNames(row)) : -1;
  const isAlone = filled.filter((count) => count === widest).length === 1;
  const found = namesOf(widest);
  const at = found < 0 && isAlone ? namesOf(widest - 1) : found;
  // Rows below that hold more than names prove that the names above them are theirs.
  const isProven = (): boolean => {
    const below = first.slice(at + 1).filter((_, index) => filled[at + 1 + index] === filled[at]);
    return below.length > 0 && below.every((row) => row.some((cell) => cell.trim() && !name.test(cell.trim())));
  };
  const isAbove = (count: number): boolean =>
    count < 2 || (count === 2 && (filled[at]! > 4 || (filled[at] === widest && isProven())));
  return at > 0 && filled.slice(0, at).every(isAbove) ? at : 0;
}
