import { expect, test } from 'vitest';
import { alsoCalled } from '../../../src/core/catalog/also-called.js';
import { kpiCatalog } from '../../../src/core/catalog/kpis.js';

test.each([...alsoCalled])('%s is no id, and stands for %s, which is one', (name, id) => {
  expect([kpiCatalog.has(name), kpiCatalog.has(id)]).toEqual([false, true]);
});
