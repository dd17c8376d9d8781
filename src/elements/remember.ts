/** The function, asked again only where an argument differs from the last call's. */
export function remember<Args extends readonly unknown[], Result>(make: (...args: Args) => Result): typeof make {
  let last: { args: Args; result: Result } | undefined;
  return (...args) => {
    if (!last?.args.every((arg, index) => arg === args[index])) last = { args, result: make(...args) };
    return last.result;
  };
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
