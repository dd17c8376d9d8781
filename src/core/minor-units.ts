// ISO 4217. Written down here because the data of Intl differ between engines.
const none = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const three = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** Decimals of a currency's minor unit by ISO 4217 code. */
export const minorUnits = (code = ''): number => (none.has(code) ? 0 : three.has(code) ? 3 : 2);
