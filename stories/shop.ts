/** The same numbers at every run: a linear congruential generator (Lehmer's, modulus 2³¹ − 1). */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

const days = 84;
const first = Date.UTC(2025, 7, 29);
const channels = ['organic-search', 'email', 'paid-social', 'direct'];
const categories = ['Lamps', 'Chairs', 'Tables', 'Textiles'];

function instant(day: number, hour: number): string {
  return new Date(first + day * 86_400_000 + hour * 3_600_000).toISOString();
}

/** Twelve weeks of a Danish furniture shop: quiet Mondays, busy Sundays, a little growth, and a day still running. */
function makeShop() {
  const next = chance(42);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(next() ** 1.6 * values.length)] as Value;
  const sessions: object[] = [];
  const orderLines: object[] = [];
  for (let day = 0; day < days; day++) {
    const week = 1 + 0.28 * Math.sin((day / 7) * 2 * Math.PI);
    const running = day === days - 1 ? 0.45 : 1;
    const visits = Math.round((520 + day * 1.6) * week * (0.9 + 0.2 * next()) * running);
    for (let visit = 0; visit < visits; visit++) {
      const sessionId = `s${day}-${visit}`;
      const channel = pick(channels);
      const hour = 24 * next() * running;
      const buys = next() < 0.034;
      sessions.push({ sessionId, startedAt: instant(day, hour), channel });
      if (!buys) continue;
      const order = { orderId: `o${day}-${visit}`, placedAt: instant(day, hour), channel, sessionId };
      const customerId = `c${Math.floor(next() * 900)}`;
      for (let line = 0; line < 1 + Math.floor(next() * 2); line++) {
        const lineTotal = Math.round((180 + 620 * next()) * 100) / 100;
        orderLines.push({ ...order, customerId, quantity: 1, lineTotal, category: pick(categories) });
      }
    }
  }
  return { timeZone: 'Europe/Copenhagen', currency: 'DKK', asOf: '2025-11-20T14:30:00+01:00', orderLines, sessions };
}

export const shop = makeShop();

/** Up to yesterday, so that no day is cut. */
export const wholeDays = { ...shop, asOf: '2025-11-19' };

/** A shop that was closed for a week: rates have a gap there. */
export const withGap = {
  ...wholeDays,
  orderLines: wholeDays.orderLines.filter((line) => {
    const { placedAt } = line as { placedAt: string };
    return placedAt < '2025-11-03' || placedAt > '2025-11-10';
  }),
};
