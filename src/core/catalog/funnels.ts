/** A way through the shop, stage by stage. */
export interface FunnelDefinition {
  readonly id: string;
  /** Ids of measures. */
  readonly stages: readonly string[];
  /** `closed`: a session counts in a stage only if it reached every earlier one; `open`: every stage on its own. */
  readonly mode: 'closed' | 'open';
}

const funnel = (id: string, mode: FunnelDefinition['mode'], stages: string): FunnelDefinition => ({
  id,
  stages: stages.split(' '),
  mode,
});

/** Catalogue, section 5. The first stands where no stages are named. */
export const funnels: readonly FunnelDefinition[] = [
  funnel(
    'purchase',
    'closed',
    'sessions sessionsWithProductView sessionsWithAddToCart sessionsWithCheckout sessionsWithPurchase',
  ),
  funnel('checkout', 'closed', 'sessionsWithCheckout sessionsCheckoutAndPurchase'),
  // What the catalogue has no funnel for: the carts that were not abandoned.
  funnel('cart', 'closed', 'maturedCarts convertedCarts'),
  funnel('advertising', 'open', 'adImpressions adClicks attributedOrders'),
  funnel('social', 'open', 'socialImpressions socialClicks socialConversions'),
];
