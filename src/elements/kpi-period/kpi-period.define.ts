import { define } from '../define.js';
import { KpiPeriod } from './kpi-period.js';

define('kpi-period', KpiPeriod);

declare global {
  interface HTMLElementTagNameMap {
    'kpi-period': KpiPeriod;
  }
}
