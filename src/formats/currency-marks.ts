/** The currencies that a mark may mean, by the mark in lower case and without a point. */
const meant: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  zł: 'PLN',
  kr: 'DKK NOK SEK ISK',
  '¥': 'JPY CNY',
  円: 'JPY',
  元: 'TWD CNY',
  圓: 'TWD',
  nt$: 'TWD',
  $: 'USD CAD AUD NZD SGD HKD TWD MXN BRL ARS CLP COP',
};

/** The currencies that a mark may mean: a code itself, a sign perhaps several; undefined where it is none. */
export const currenciesMeant = (mark: string): readonly string[] | undefined =>
  /^[a-z]{3}$/.test(mark) && !/^(stk|szt|pcs)$/.test(mark) ? [mark.toUpperCase()] : meant[mark]?.split(' ');
