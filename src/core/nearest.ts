/**
 * The name that was most likely meant by one that there is not: the same but for case and punctuation, one that it is
 * part of, or the one fewest slips of a finger away; undefined where none comes close.
 */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const wanted = plain(name);
  const same = names.find((one) => plain(one) === wanted);
  if (same !== undefined || wanted === '') return same;
  // Every third letter may be wrong, but not so many that another word comes out.
  let allowed = Math.min(3, Math.floor(wanted.length / 3));
  let found: string | undefined;
  for (const one of names) {
    const count = slips(wanted, plain(one));
    if (count > allowed) continue;
    found = one;
    allowed = count - 1;
  }
  return found ?? (wanted.length > 3 ? names.find((one) => plain(one).includes(wanted)) : undefined);
}

/** How many letters were added, left out, mistaken or swapped with their neighbour. */
function slips(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row[j] = Math.min(
        rows[i - 1]![j]! + 1,
        row[j - 1]! + 1,
        rows[i - 1]![j - 1]! + (isSame ? 0 : 1),
        swapped ? rows[i - 2]![j - 2]! + 1 : Infinity,
      );
    }
    rows.push(row);
  }
  return rows[from.length]![to.length]!;
}
