import { describe, expect, it } from 'vitest';
import { ownNames } from '../../src/locale/own-names.js';

const defined = {
  kpiDefinitions: [
    { id: 'gift-share', name: { en: 'Gift orders', da: 'Gaveordrer' }, definition: 'Share of orders that are gifts.' },
    { id: 'own-kpi' },
  ],
  settings: {
    measures: {
      giftOrders: { entity: 'orders', aggregation: 'count', name: { en: 'Gifts', 'zh-Hant': '禮品訂單' } },
      bigOrders: { entity: 'orders', aggregation: 'count' },
    },
    dimensions: { giftWrap: { entity: 'orders', name: 'Gift wrap' } },
    minGroupSize: 3,
  },
};

describe('the names of what a shop defines', () => {
  it('are in the reader’s language, else in English, else as they come', () => {
    const kpis = ['gift-share', 'own-kpi'];
    expect(kpis.map((id) => ownNames(defined, 'da-DK')!.kpis![id])).toEqual([
      { name: 'Gaveordrer', definition: 'Share of orders that are gifts.' },
      { name: 'Own kpi', definition: '' },
    ]);
    expect(ownNames(defined, 'zh-Hant')).toMatchObject({
      measures: { giftOrders: '禮品訂單', bigOrders: 'Big orders' },
      dimensions: { giftWrap: 'Gift wrap' },
    });
    expect(ownNames(defined, 'pl')!.measures!['giftOrders']).toBe('Gifts');
    const other = { kpiDefinitions: [{ id: 'x', name: { sv: 'Gåvor' } }] };
    expect(ownNames(other, 'nb')!.kpis!['x']!.name).toBe('Gåvor');
  });

  it('are none where nothing is defined, and what is no definition is for others to refuse', () => {
    expect(ownNames({}, 'en')).toBeUndefined();
    expect(ownNames({ settings: { minGroupSize: 3, targets: [] } }, 'en')).toBeUndefined();
    const wrong = { kpiDefinitions: { id: 'x' } as never, settings: { measures: [null, 3] } };
    expect(ownNames(wrong, 'en')).toMatchObject({ kpis: {}, measures: { 0: '0', 1: '1' } });
  });
});
