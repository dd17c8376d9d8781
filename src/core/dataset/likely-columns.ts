import type { EntityDefinition } from '../catalog/definition.js';
import { contentOf } from './column-content.js';
import type { Content } from './column-content.js';
import type { UnreadColumn } from './unread.js';

/** Other words for a field, as exports use them; compared without case and punctuation. */
const otherWords = new Map<string, readonly string[]>(
  Object.entries({
    orderId:
      'ordernumber orderno ordernr invoiceno invoice ordrenummer ordrenr ordernummer numerzamówienia nrzamówienia 訂單編號 訂單號碼',
    placedAt:
      'orderdate invoicedate datecreated purchasedate ordredato orderdatum datazamówienia 訂單日期 下單時間 下單日期',
    grossSales: 'subtotal totalprice ordertotal bruttosalg bruttoförsäljning wartośćzamówienia wartośćbrutto 訂單金額',
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
    taxes: 'tax totaltax vat moms mva 稅金',
    currency: 'valuta waluta 幣別',
    country: 'countrycode land kraj 國家',
    channel: 'trafficchannel marketingchannel kanal kanał 管道',
    device: 'devicetype enhed enhet urządzenie 裝置',
    sku: 'productcode stockcode itemno productid varenummer artikelnummer 商品編號',
    cancelledAt: 'canceledat cancelled',
    netSales: 'nettoomsætning nettosalg nettoomsättning 淨銷售額',
    orders: 'ordercount ordrer ordrar zamówienia 訂單數',
    sessions: 'visits besøg besøk besök sesje 工作階段',
  }).map(([field, words]) => [field, words.split(' ')]),
);

/** Words that many columns are called by: they tell only where the field is needed. */
const vagueWords = new Map<string, readonly string[]>(
  Object.entries({
    orderId: 'order id transactionid',
    placedAt: 'createdat created date dato datum data 日期',
    grossSales: 'total revenue sales amount beløb belopp kwota suma omsætning omsättning 金額 總額',
    lineTotal: 'sales total amount price revenue beløb belopp 金額',
    unitPrice: 'price pris cena 價格',
    quantity: 'units count',
    refundedAt: 'date createdat created dato datum 日期',
    amount: 'total value beløb belopp kwota 金額',
    sessionId: 'id',
    startedAt: 'start timestamp date',
  }).map(([field, words]) => [field, words.split(' ')]),
);

/** A name without case and punctuation. */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** How near a column's name comes to a field's: 4 the same, 3 another word for it, 2 a vague one, 1 holds it, 0 not at all. */
function nameLikeness(field: string, column: string): 0 | 1 | 2 | 3 | 4 {
  const [wanted, found] = [plain(field), plain(column)];
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
  const pairs = columns.flatMap(({ name, cells }) => {
    const content = contentOf(cells);
    return fields.flatMap((field) => {
      const likeness = nameLikeness(field, name);
      const fit = fitOf(field, entity, content);
      // What nobody needs is not looked for in vain: the name has to tell it, or an address that only a person has.
      const byName = areNeeded ? likeness > 0 : likeness > 2;
      const byContent = fit === 2 && content.count >= 3 && (areNeeded || content.kind === 'email');
      return fit > 0 && (byName || byContent)
        ? [{ field, column: name, score: likeness * 3 + fit, size: content.size }]
        : [];
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
      if (kind === 'time' || kind === 'other' || hasDecimals) return 0;
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
