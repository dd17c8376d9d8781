/** The function, asked again only where an argument differs from the last call's. */
export function remember<Args extends readonly unknown[], Result>(make: (...args: Args) => Result): typeof make {
  let last: { args: Args; result: Result } | undefined;
  return (...args) => {
    if (!last?.args.every((arg, index) => arg === args[index])) last = { args, result: make(...args) };
    return last.result;
  };
}
