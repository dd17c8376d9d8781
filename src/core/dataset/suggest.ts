/** Other words for a field, as exports use them; compared without case and punctuation. */
const otherWords = new Map<string, readonly string[]>(
  Object.entries({
    orderId: ['ordernumber', 'orderno', 'invoiceno', 'invoice', 'order', 'id', 'transactionid'],
    placedAt: ['orderdate', 'createdat', 'created', 'date', 'invoicedate', 'datecreated', 'purchasedate'],
    grossSales: ['subtotal', 'totalprice', 'total', 'revenue', 'sales', 'amount'],
    lineTotal: ['sales', 'total', 'amount', 'linetotal', 'price', 'revenue'],
    unitPrice: ['price', 'unitprice', 'itemprice'],
    quantity: ['qty', 'units', 'count'],
    customerId: ['customer', 'customerid', 'userid', 'buyerid', 'clientid'],
    refundedAt: ['refunddate', 'date', 'createdat', 'created'],
    amount: ['refundamount', 'total', 'value'],
    sessionId: ['visitid', 'session', 'id'],
    startedAt: ['starttime', 'start', 'timestamp', 'date', 'visitstart'],
    date: ['day', 'datum', 'dato', 'data', '日期'],
  }),
);

/** A name without case and punctuation. */
export const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The field that most likely holds what is missing, by name; undefined where none comes close. */
export function suggestField(missing: string, fields: readonly string[]): string | undefined {
  const wanted = [plain(missing), ...(otherWords.get(missing) ?? [])];
  for (const word of wanted) {
    const same = fields.find((field) => plain(field) === word);
    if (same) return same;
  }
  return fields.find((field) => wanted.some((word) => word.length > 3 && plain(field).includes(word)));
}
