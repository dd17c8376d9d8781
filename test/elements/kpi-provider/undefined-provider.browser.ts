import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/kpi-card/kpi-card.define.js';
import type { KpiCard } from '../../../src/elements/kpi-card/kpi-card.js';
import { said, until } from '../drawn.js';
import { shop } from '../shop.js';

describe('a provider that the page has not loaded', () => {
  it('is named, in words and on the console, and is followed when it comes after all', async function () {
    this.timeout(15_000);
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (...parts: unknown[]) => warned.push(...parts);
    try {
      const page = await fixture<HTMLElement>(
        html`<div style="width: 300px">
          <kpi-provider id="late" .data=${shop}>
            <kpi-card kpi="order-count"></kpi-card>
            <kpi-card kpi="order-count" .data=${shop}></kpi-card>
            <kpi-card value="3"></kpi-card>
          </kpi-provider>
          <kpi-card provider="late" kpi="order-count"></kpi-card>
        </div>`,
      );
      const [inside, own, given, named] = [...page.querySelectorAll<KpiCard>('kpi-card')] as [
        KpiCard,
        KpiCard,
        KpiCard,
        KpiCard,
      ];
      expect(inside.matches(':state(loading)')).to.equal(true);
      // What has its own figures needs nobody.
      await Promise.all([until(own, 'ready'), until(given, 'ready')]);
      await Promise.all([until(inside, 'error'), until(named, 'error')]);
      for (const card of [inside, named]) {
        expect(said(card, 'message')).to.contain('kpi-elements/define/kpi-provider');
        await expect(card).to.be.accessible();
      }
      expect(warned).to.contain(
        "<kpi-card> <kpi-provider> is not defined. Expected import 'kpi-elements/define/kpi-provider'.",
      );
      expect(own.matches(':state(ready)') && given.matches(':state(ready)')).to.equal(true);

      await import('../../../src/elements/kpi-provider/kpi-provider.define.js');
      await Promise.all([until(inside, 'ready'), until(named, 'ready')]);
      await aTimeout(0);
      expect(inside.result?.value).to.equal(own.result?.value);
      expect(named.result?.value).to.equal(own.result?.value);
    } finally {
      console.warn = warn;
    }
  });
});
