import { nordicShop } from '../demo/nordic-shop/shop.js';

/** Ten weeks of the Nordic shop, visit by visit, at a fifth of its size: up to 31 October 2026. */
export const visits = nordicShop({ days: 72, scale: 0.2, traffic: 'sessions' });

/** The nine days in which the checkout fails on phones, against the nine days before. */
export const fault = '2026-10-08/2026-10-16';
