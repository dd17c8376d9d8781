/** An address as a message may show it: its query can hold what is nobody's business. */
export function plainAddress({ origin, pathname }: URL): string {
  return origin + pathname;
}
