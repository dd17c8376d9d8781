/** A way through the shop, stage by stage. */
export interface FunnelDefinition {
  readonly id: string;
  /** Ids of measures. */
  readonly stages: readonly string[];
  /** `closed`: a session counts in a stage only if it reached every earlier one; `open`: every stage on its own. */
  readonly mode: 'closed' | 'open';
}

/** Catalogue, section 5. The first stands where no stages are named. */
export const funnels: readonly FunnelDefinition[] = [
  {
    id: 'purchase',
    stages: [
      'sessions',
      'sessionsWithProductView',
      'sessionsWithAddToCart',
      'sessionsWithCheckout',
      'sessionsWithPurchase',
    ],
    mode: 'closed',
  },
  { id: 'checkout', stages: ['sessionsWithCheckout', 'sessionsCheckoutAndPurchase'], mode: 'closed' },
  { id: 'advertising', stages: ['adImpressions', 'adClicks', 'attributedOrders'], mode: 'open' },
  { id: 'social', stages: ['socialImpressions', 'socialClicks', 'socialConversions'], mode: 'open' },
];
