/** What a map knows of a key; worked out and noted where it knows nothing yet. */
export function remember<K, V>(
  known: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  create: () => V,
): V {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = create()));
  return value;
}

/** Whether two objects hold the same values under the same names. */
export function sameMembers<T extends object>(a: T, b: T): boolean {
  for (const name in a) if (!same(a[name], b[name])) return false;
  for (const name in b) if (!(name in a) && b[name] !== undefined) return false;
  return true;
}

/** Lists that hold the same items are the same. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
