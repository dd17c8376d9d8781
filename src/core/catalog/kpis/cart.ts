import { share } from '../declare-kpi.js';

export const cart = [
  share('cart-abandonment-rate', 'down', 'abandonedCarts', 'maturedCarts'),
  share('checkout-completion-rate', 'up', 'sessionsCheckoutAndPurchase', 'sessionsWithCheckout'),
];
