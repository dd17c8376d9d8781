import type { Declared } from '../declare-kpi.js';
import { census, kpi, total } from '../declare-kpi.js';
import type { TestInputs } from '../definition.js';
import { cart } from './cart.js';
import { sales } from './sales.js';

const onMobile = (formula: string): string => `where(${formula}, device = 'mobile')`;

/** A KPI of the visits, orders or carts on mobile devices. */
function mobile(id: string, of: string): Declared {
  const whole = [...sales, ...cart].find((one) => one.id === of)!;
  const inputs = Object.entries(whole.testInputs!).map(([name, formula]) => [name, onMobile(formula)]);
  return { ...whole, id, formula: onMobile(`kpi(${of})`), testInputs: Object.fromEntries(inputs) as TestInputs };
}

export const mobileKpis = [
  mobile('mobile-conversion-rate', 'conversion-rate'),
  mobile('mobile-average-order-value', 'average-order-value'),
  mobile('mobile-cart-abandonment-rate', 'cart-abandonment-rate'),
  total('mobile-traffic', 'up', onMobile('sessions')),
  census('sms-subscribers', 'count', 'up', "where(subscribers, medium = 'sms')", 'LAST'),
  census('push-subscribers', 'count', 'up', "where(subscribers, medium = 'push')", 'LAST'),
  kpi('opt-out-rate', 'percent', 'down', 'optOuts / (subscribersAtStart + optIns)', 'RECOMPUTE', 'two-proportion', {
    breakdown: ['medium'],
    testInputs: { successes: 'optOuts', trials: 'subscribersAtStart + optIns' },
  }),
  total('app-downloads', 'up', 'appInstalls'),
  census('app-active-user-ratio', 'percent', 'up', 'trailing(appActiveUsers, 30) / appInstallsToDate', 'RECOMPUTE'),
];
