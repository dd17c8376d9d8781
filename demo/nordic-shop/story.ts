/** What happens in the shop, when, and how strongly. STORY.md tells it, and what came of it in figures. */
export const story = {
  /** The first and the last day of the data. */
  first: '2024-11-01',
  last: '2026-10-31',
  /** Carts and parcels are kept for thirteen months: before this day there are none in the data. */
  keptFrom: '2025-10-01',
  /** More visits a year, as a factor. */
  growth: 1.18,
  poland: { opens: '2025-05-05' },
  /** A lighter image service: pages on phones and desktops show their largest picture sooner, as a factor of time. */
  imageService: { from: '2025-06-10', time: 0.74 },
  /** Buy now, past cart and checkout: this share of the sessions with a product view. */
  buyNow: { from: '2025-09-01', rate: 0.003 },
  /** Every list price goes up once; carts are begun a little less often from then on. */
  priceRise: { from: '2026-03-02', prices: 1.08, carts: 0.97 },
  /** Visits from this channel stay, but their carts fade evenly from the first day to the last. */
  fading: { channel: 'paid-social', from: '2026-01-15', to: '2026-10-31', carts: 0.45 },
  /** The payment step fails on phones: this share of the checkouts that would have been completed still is. */
  fault: { first: '2026-10-08', last: '2026-10-16', device: 'mobile', completed: 0.42 },
  /**
   * Two product pages against the one as it was: of the visits that see a product this share takes part, and so many of
   * them begin a cart; a variant's factor is what it makes of that.
   */
  experiment: {
    id: 'product-page',
    first: '2026-09-28',
    share: 0.13,
    carts: 0.19,
    variants: [
      { id: 'as-before', carts: 1 },
      { id: 'room-photos', carts: 1.16 },
      { id: 'size-guide', carts: 1.01 },
    ],
  },
} as const;

/** A campaign of the whole shop, between two dates of every year that the data know. */
export interface Campaign {
  /** As it is written in the data. */
  readonly id: string;
  readonly spans: readonly (readonly [first: string, last: string])[];
  /** More visits, more carts a visit, and the discount on every line. */
  readonly visits: number;
  readonly carts: number;
  readonly discount: number;
}

export const campaigns: readonly Campaign[] = [
  {
    id: 'black-week',
    spans: [
      ['2024-11-25', '2024-12-01'],
      ['2025-11-24', '2025-11-30'],
    ],
    visits: 2.1,
    carts: 1.3,
    discount: 0.25,
  },
  {
    id: 'christmas-gifts',
    spans: [
      ['2024-12-02', '2024-12-18'],
      ['2025-12-01', '2025-12-18'],
    ],
    visits: 1.3,
    carts: 1.15,
    discount: 0,
  },
  {
    id: 'january-sale',
    spans: [
      ['2024-12-27', '2025-01-19'],
      ['2025-12-27', '2026-01-18'],
    ],
    visits: 1.25,
    carts: 1.1,
    discount: 0.2,
  },
  {
    id: 'spring-table',
    spans: [
      ['2025-04-07', '2025-04-20'],
      ['2026-04-20', '2026-05-03'],
    ],
    visits: 1.2,
    carts: 1.05,
    discount: 0.1,
  },
  {
    id: 'summer-sale',
    spans: [
      ['2025-06-20', '2025-07-06'],
      ['2026-06-19', '2026-07-05'],
    ],
    visits: 1.25,
    carts: 1.1,
    discount: 0.15,
  },
];

/** Visits on the Friday of Black Week, beside those of the week. */
export const blackFriday = 1.7;
