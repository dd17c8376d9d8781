import { minorUnits } from '../core/minor-units.js';

/** Which sign stands before decimals; the others stand between thousands. */
export type DecimalSign = ',' | '.';

/** A sign, digits with what stands between them, and a currency before or behind. */
const amount = /^([-+\u2212]?)\s*([^\d\s.,+\u2212-]{1,4}\.?)?\s*([-+\u2212]?)(\d[\d.,'\u2019\s]*)\s*([^\d\s,]{1,4})?$/;
const unit = /^(NT\$|kr\.?|zł|[€$£¥%元圓円]|(stk|szt|st|pcs)\.?)$/i;
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
/** What leaves a number as large as it stands: "CR" would make it negative, "tkr" a thousand times as large. */
const isUnit = (text: string): boolean => unit.test(text) || currencies.has(text.toUpperCase());

const decimals: Readonly<Record<DecimalSign, RegExp>> = {
  ',': /^[1-9]\d{0,2}((\.\d{3})+,\d*|(\.\d{3}){2,}|([\s'\u2019]\d{3})+,\d+)$|^\d+,(\d{1,2}|\d{4,})$|^(0|\d{4,}),\d{3}$/,
  '.': /^[1-9]\d{0,2}((,\d{3})+\.\d*|(,\d{3}){2,}|([\s'\u2019]\d{3})+\.\d+)$|^\d+\.(\d{1,2}|\d{4,})$|^(0|\d{4,})\.\d{3}$/,
};
const wellFormed: Readonly<Record<DecimalSign, RegExp>> = {
  ',': /^([1-9]\d{0,2}([.\s'\u2019]\d{3})+|\d+)(,\d*)?$/,
  '.': /^([1-9]\d{0,2}([,\s'\u2019]\d{3})+|\d+)(\.\d*)?$/,
};

/** A dash where there are no decimals, as in "1.250,-", "499,- kr." and "499,--". */
const dash = /,[-\u2013\u2014\u2212]{1,2}(?=[^\d-]*$)/;
/** An accountant's brackets, or the minus behind the number: "(1.250,00)", "1.250,00- kr.". */
const bracketed = /^([^\d()]*)\(([^()]*)\)([^\d()]*)$/;
const minusBehind = /^([^-+\u2212].*)[-\u2212]\s*([^\d\s,]{1,4})?$/;
/** With a minus where it is expected. */
const signed = (text: string): string => text.replace(bracketed, '-$1$2$3').replace(minusBehind, '-$1$2');
const partsOf = (text: string) => amount.exec(signed(text.replace(dash, ',00')));

/** Three digits behind the only sign: decimals, or thousands. */
const eitherWay = /^[1-9]\d{0,2}([.,])\d{3}$/;

/** The decimal sign that a text proves; undefined where it may be either, as in "1.234", or is no number. */
export function decimalSignOf(text: string): DecimalSign | undefined {
  const figures = partsOf(text)?.[4]?.trim() ?? '';
  const sign = decimals[','].test(figures) ? ',' : decimals['.'].test(figures) ? '.' : undefined;
  return sign && readLocalNumber(text, sign) ? sign : undefined;
}

/**
 * The decimal sign that a text makes likely where it proves none: money has no three decimals, "1.234 kr." are thousands.
 */
export function likelySignOf(text: string): DecimalSign | undefined {
  const between = eitherWay.exec(partsOf(text)?.[4]?.trim() ?? '')?.[1];
  if (between === undefined) return undefined;
  const sign = between === ',' ? '.' : ',';
  const money = readLocalNumber(text, sign)?.unit ?? '';
  return money === '' || money === '%' || minorUnits(money.toUpperCase()) === 3 ? undefined : sign;
}

/** A number as a country writes it, in parts. */
export interface LocalNumber {
  /** As JSON would write it; a share with its sign behind it: `3.5%`. */
  readonly plain: string;
  /** Its currency as it is written. */
  readonly unit: string;
}

/** Reads "1.234,50 kr." with its decimal sign; undefined for what is no number so. */
export function readLocalNumber(text: string, sign: DecimalSign): LocalNumber | undefined {
  const [, first = '', before = '', second = '', digits = '', after = ''] = partsOf(text) ?? [];
  const figures = digits.trim();
  if (!wellFormed[sign].test(figures) || (first && second) || (before && after)) return undefined;
  if ((before && (!isUnit(before) || before === '%')) || (after && !isUnit(after))) return undefined;
  const isNegative = /[-\u2212]/.test(first + second);
  const plain = figures.replace(sign === ',' ? /[^\d,]/g : /[^\d.]/g, '').replace(',', '.');
  const share = after === '%' ? '%' : '';
  return { plain: (isNegative ? '-' : '') + plain + share, unit: before + after };
}
