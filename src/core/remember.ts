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
