// ISO 4217. Written down here because the data of Intl differ between engines.
const others: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
]);

/** Currencies that have minor units on paper, and none in a shop. */
const unusedInShops = new Set(['HUF', 'TWD']);

/** Decimals of a currency's minor unit by ISO 4217 code. */
export const minorUnits = (code: string | undefined): number => others[code ?? ''] ?? 2;

/** Decimals that a price in this currency is shown with. */
export const shownDigits = (code: string | undefined): number =>
  code !== undefined && unusedInShops.has(code) ? 0 : minorUnits(code);
