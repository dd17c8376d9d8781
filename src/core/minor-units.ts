// ISO 4217. Written down here because the data of Intl differ between engines.
const others: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
]);

/** Decimals of a currency's minor unit by ISO 4217 code. */
export const minorUnits = (code: string | undefined): number => others[code ?? ''] ?? 2;
