/**
 * Amazon Selling Partner API: the sales and traffic report by day, `getOrderMetrics` by day, and `getOrders`.
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | `orderedProductSales`, `totalSales` | `grossSales` | before promotions; with tax where the marketplace's prices have it |
 * | `unitsOrdered`, `unitCount`; `unitsRefunded` | `unitsSold`; `unitsReturned` | |
 * | `orderCount` | `orders` | the report counts order lines (`totalOrderItems`), which are no orders |
 * | `sessions` | `sessions` | browser and app |
 * | an order's `OrderTotal` | `grossSales` | all that is paid: tax and shipping included |
 * | `PurchaseDate`, `OrderStatus` `Canceled` | `placedAt`, `cancelledAt` | cancelled when it was last updated |
 * | `NumberOfItemsShipped` + `NumberOfItemsUnshipped` | `units` | |
 *
 * Refused: weeks and months, a page of orders (`NextToken`). Left out: orders without a total yet (`Pending`), and
 * replacements. Dropped: names and addresses, rates, and what is told by ASIN, which has no date. Buyers are not told:
 * every order is a guest's. https://developer-docs.amazon.com/sp-api
 */
import type { Answer, Reading, Row } from './answer.js';

export function read(answer: Answer): Reading {
  if (answer.has('salesAndTrafficByDate')) return readReport(answer);
  if (answer.isList('payload.Orders')) return readOrders(answer);
  const metrics = answer.list('payload');
  if (metrics.length > 0 && metrics.every((each) => each.has('interval'))) {
    return { tables: { dailyMeasures: metrics.map(metricOf) } };
  }
  throw answer.unlike('a sales and traffic report, getOrderMetrics or getOrders');
}

function readReport(answer: Answer): Reading {
  const granularity = answer.text('reportSpecification.reportOptions.dateGranularity') ?? 'DAY';
  if (granularity !== 'DAY') throw answer.unlike(`days, not ${granularity.toLowerCase()}s (dateGranularity)`);
  return {
    tables: {
      dailyMeasures: answer.list('salesAndTrafficByDate').map((day) => ({
        date: day.text('date'),
        currency: day.text('salesByDate.orderedProductSales.currencyCode'),
        grossSales: day.number('salesByDate.orderedProductSales.amount'),
        unitsSold: day.number('salesByDate.unitsOrdered'),
        unitsReturned: day.number('salesByDate.unitsRefunded'),
        sessions: day.number('trafficByDate.sessions'),
      })),
    },
  };
}

function metricOf(metric: Answer): Row {
  const [start = '', end = ''] = metric.text('interval')?.split('--') ?? [];
  // Midnight to midnight: a day, be it of 23 or 25 hours.
  const days = Date.parse(end.slice(0, 10)) - Date.parse(start.slice(0, 10));
  if (days !== 86_400_000 || start.slice(10, 16) !== end.slice(10, 16)) {
    throw metric.unlike('an interval of one day (granularity=Day)');
  }
  return {
    date: start.slice(0, 10),
    currency: metric.text('totalSales.currencyCode'),
    grossSales: metric.number('totalSales.amount'),
    orders: metric.number('orderCount'),
    unitsSold: metric.number('unitCount'),
  };
}

function readOrders(answer: Answer): Reading {
  if (answer.has('payload.NextToken')) throw answer.incomplete('it has a NextToken; give all orders in one answer.');
  const sold = answer
    .list('payload.Orders')
    .filter((order) => !order.is('IsReplacementOrder') && (order.has('OrderTotal') || isCancelled(order)));
  return {
    declared: { settings: { taxTreatment: 'inclusive' } },
    tables: {
      orders: sold.map((order) => ({
        orderId: order.text('AmazonOrderId'),
        placedAt: order.text('PurchaseDate'),
        currency: order.text('OrderTotal.CurrencyCode'),
        grossSales: isCancelled(order) ? (order.number('OrderTotal.Amount') ?? 0) : order.number('OrderTotal.Amount'),
        units: (order.number('NumberOfItemsShipped') ?? 0) + (order.number('NumberOfItemsUnshipped') ?? 0),
        cancelledAt: isCancelled(order) ? order.text('LastUpdateDate') : undefined,
        country: order.text('ShippingAddress.CountryCode'),
      })),
    },
  };
}

const isCancelled = (order: Answer): boolean => order.text('OrderStatus') === 'Canceled';
