import type { EntityDefinition } from '../catalog/definition.js';
import { contentOf } from './column-content.js';
import type { Content } from './column-content.js';
import type { UnreadColumn } from './unread.js';

/** A name without case, punctuation and accents, which many an export leaves out. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Other words for a field, as exports use them. */
const otherWords = new Map<string, readonly string[]>(
  Object.entries({
    orderId:
      'ordernumber orderno ordernr orderref orderreference invoiceno invoicenumber invoice receiptno receiptnumber receiptid receipt ordreid ordrenummer ordrenr ordernummer bestillingsnummer bestillingsnr bestillingnr beställningsnummer beställningsnr fakturanummer fakturanr faktura bonnummer bonnr bon kassabon kvitteringsnummer kvitteringsnr kvitteringnr kvittering kvittonummer kvittonr kvitto bilagsnummer bilagsnr bilag verifikationsnummer numerzamówienia nrzamówienia idzamówienia numerfaktury nrfaktury numerparagonu nrparagonu paragon 訂單編號 訂單號碼 訂單號 訂單 發票號碼',
    placedAt:
      'orderdate invoicedate datecreated purchasedate ordredato orderdatum datazamówienia 訂單日期 下單時間 下單日期',
    grossSales: 'subtotal totalprice ordertotal bruttosalg bruttoförsäljning wartośćzamówienia 訂單金額',
    lineTotal: 'linetotal rowtotal linjetotal radsumma',
    unitPrice: 'itemprice enhedspris enhetspris styckpris cenajednostkowa 單價',
    quantity: 'qty antal antall ilość 數量',
    customerId:
      'customer customerno customernumber userid buyerid clientid kundenr kundenummer kundnr kundnummer klient idklienta 顧客編號 客戶編號',
    refundedAt: 'refunddate',
    amount: 'refundamount',
    sessionId: 'visitid session',
    startedAt: 'starttime visitstart',
    date: 'day datum dato data dag dzień 日期',
    discounts: 'discount totaldiscounts discountamount rabat rabatt 折扣',
    discount: 'rabat rabatt 折扣',
    shippingCharged: 'shipping shippingprice fragt frakt dostawa 運費',
    taxes: 'tax totaltax taxamount vat vatamount moms momsbeløb momsbelopp mva mvabeløb kwotavat 稅金 稅額',
    currency: 'valuta waluta 幣別',
    country: 'countrycode land kraj 國家',
    channel: 'trafficchannel marketingchannel kanal kanał 管道',
    device: 'devicetype enhed enhet urządzenie 裝置',
    sku: 'productcode stockcode itemno productid varenummer artikelnummer 商品編號',
    cancelledAt: 'canceledat cancelled',
    netSales: 'nettoomsætning nettosalg nettoomsättning 淨銷售額',
    orders: 'ordercount ordre ordrer ordrar bestillinger beställningar transaktioner zamówienia 訂單數',
    refundedAmount:
      'refund refunds refunded refundamount refundtotal totalrefund totalrefunds totalrefunded amountrefunded refundering refunderinger refunderet refundert refunderat refusion refusioner refusjon refusjoner tilbagebetalt tilbagebetaling tilbagebetalinger tilbakebetalt tilbakebetaling återbetalt återbetalning återbetalningar återbetald zwrot zwroty zwrócono kwotazwrotu 退款 退款金額',
    sessions: 'visits besøg besøk besök sesje 工作階段',
  }).map(([field, words]) => [field, words.split(' ').map(plain)]),
);

/** Words that many columns are called by: they tell only where the field is needed. */
const vagueWords = new Map<string, readonly string[]>(
  Object.entries({
    orderId:
      'order ordre bestilling beställning zamówienie id transaction transactionid transaktion transaktionsid transakcja 單號 發票',
    placedAt: 'createdat created date dato datum data 日期',
    grossSales: 'total revenue sales amount beløb belopp kwota suma wartość omsætning omsättning 金額 總額',
    lineTotal: 'sales total amount price revenue beløb belopp 金額',
    unitPrice: 'price pris cena 價格',
    quantity: 'units count',
    refundedAt: 'date createdat created dato datum 日期',
    amount: 'total value beløb belopp kwota 金額',
    sessionId: 'id',
    startedAt: 'start timestamp date',
  }).map(([field, words]) => [field, words.split(' ').map(plain)]),
);

const tax = '(sales)?(tax(es)?|vat|gst|moms|mva)';
/** A plain name that says that its amounts include tax, which sales do not. */
const withTax = new RegExp(
  `(in[ck]l?(uding|uded|usive)?|with|med)${tax}|mm(oms|va)|${tax}in[ck]|zvat|brutto$|(^|[^不未])含稅`,
);
/** What a plain name says of tax beside what it is: that its amounts are without. */
const withoutTax = new RegExp(
  `(e(x|ks)[ck]?l?(uding|usive)?|without|before|uden|uten|utan|før|fore)${tax}|` +
    `${tax}e(x|ks)[ck]?l?(uded|usive)?|bezvat|netto$|不含稅|未含稅|未稅`,
);

/** How near a column's plain name comes to a field's: 4 the same, 3 another word for it, 2 a vague one, 1 holds it, 0 not at all. */
function nameLikeness(field: string, found: string): 0 | 1 | 2 | 3 | 4 {
  const wanted = plain(field);
  const words = otherWords.get(field) ?? [];
  const vague = vagueWords.get(field) ?? [];
  if (found === wanted) return 4;
  if (words.includes(found)) return 3;
  if (vague.includes(found)) return 2;
  return [wanted, ...words, ...vague].some((word) => word.length > 3 && found.includes(word)) ? 1 : 0;
}

/** What looks like a field that is missing. */
export interface LikelyColumn {
  readonly field: string;
  readonly column: string;
  /** The larger, the likelier. */
  readonly score: number;
}

/** Columns by the fields that they are most likely, by name and by what they hold; each stands for one field at most. */
export function likelyColumns(
  fields: readonly string[],
  columns: readonly UnreadColumn[],
  { entity, areNeeded }: { readonly entity: EntityDefinition; readonly areNeeded: boolean },
): readonly LikelyColumn[] {
  const pairs = columns.flatMap(({ name: column, cells }) => {
    const name = plain(column);
    if (withTax.test(name)) return [];
    const content = contentOf(cells);
    const told = name.replace(withoutTax, '');
    const isOf = Object.keys(entity.fields).find((field) => nameLikeness(field, told) > 2);
    return fields.flatMap((field) => {
      const likeness = nameLikeness(field, told);
      // What is called by another field's name is that field.
      if (isOf !== undefined && likeness < 2) return [];
      const fit = fitOf(field, entity, content);
      // What nobody needs is not looked for in vain: the name has to tell it, or an address that only a person has.
      const byName = areNeeded ? likeness > 0 : likeness > 2;
      const byContent = fit === 2 && content.count >= 3 && (areNeeded || content.kind === 'email');
      // Of amounts with and without tax sales are those that say they are without.
      const score = likeness * 3 + fit + (told === name ? 0 : 1);
      return fit > 0 && (byName || byContent) ? [{ field, column, score, size: content.size }] : [];
    });
  });
  const found: LikelyColumn[] = [];
  // Of amounts that are called alike the largest is the total.
  for (const pair of pairs.sort((a, b) => b.score - a.score || b.size - a.size)) {
    if (found.every(({ field, column }) => field !== pair.field && column !== pair.column)) found.push(pair);
  }
  return found.sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field));
}

const people = new Set(['customerId', 'visitorId', 'subscriberId', 'unitId']);

/** How well a column's cells fit a field: 0 they cannot be it, 1 they may be, 2 they look like it. */
function fitOf(field: string, { fields, key }: EntityDefinition, content: Content): 0 | 1 | 2 {
  const { kind, isUnique, hasDecimals, size, count } = content;
  if (kind === 'none') return 1;
  // Objects and lists are no column of any field.
  if (kind === 'other') return 0;
  const isNumber = kind === 'number';
  switch (fields[field]?.type) {
    case 'money':
      return isNumber ? (hasDecimals ? 2 : 1) : 0;
    case 'datetime':
    case 'date':
      return kind === 'time' ? 2 : 0;
    case 'bool':
    case 'currency':
      return kind === fields[field].type ? 2 : 0;
    case 'id':
      if (kind === 'email') return people.has(field) ? 2 : 0;
      if (kind === 'time' || hasDecimals) return 0;
      // Small numbers that repeat are quantities.
      if (isNumber && !isUnique && size < 1000 * count) return 1;
      return isUnique === key.includes(field) ? 2 : 1;
    case 'string':
    case 'string[]':
    case 'enum':
      return kind === 'time' || kind === 'email' ? 0 : 1;
    case 'int':
      return isNumber && !hasDecimals ? 1 : 0;
    case 'decimal':
      return isNumber ? 1 : 0;
    case undefined:
      // A measure or a dimension of daily numbers.
      return kind === 'time' || kind === 'email' ? 0 : 1;
  }
}
