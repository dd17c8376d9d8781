import { nordicShop } from '../demo/nordic-shop/shop.js';

/** Ten weeks of the Nordic shop, visit by visit, at a fifth of its size: up to 31 October 2026. */
export const visits = nordicShop({ days: 72, scale: 0.2, traffic: 'sessions' });

/** Seven of the nine days in which the checkout fails on phones: against the same weekdays before. */
export const fault = '2026-10-10/2026-10-16';
