import type { Declared } from './declare-kpi.js';
import type { KpiDefinition } from './definition.js';
import { analysis } from './kpis/analysis.js';
import { cart } from './kpis/cart.js';
import { customers } from './kpis/customers.js';
import { marketing } from './kpis/marketing.js';
import { mobileKpis as mobile } from './kpis/mobile.js';
import { profit } from './kpis/profit.js';
import { sales } from './kpis/sales.js';
import { service } from './kpis/service.js';
import { social } from './kpis/social.js';
import { stock } from './kpis/stock.js';
import { sustainability } from './kpis/sustainability.js';
import { traffic } from './kpis/traffic.js';

const groups: Readonly<Record<string, readonly Declared[]>> = {
  sales,
  profit,
  customers,
  traffic,
  cart,
  stock,
  marketing,
  service,
  mobile,
  social,
  sustainability,
  analysis,
};

/** Every KPI by id; catalogue, section 3. */
export const kpiCatalog: ReadonlyMap<string, KpiDefinition> = new Map(
  Object.entries(groups).flatMap(([group, kpis]) => kpis.map((each) => [each.id, { group, ...each }])),
);
