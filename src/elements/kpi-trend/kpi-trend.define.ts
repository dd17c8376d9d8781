import { define } from '../define.js';
import { KpiTrend } from './kpi-trend.js';

define('kpi-trend', KpiTrend);

declare global {
  interface HTMLElementTagNameMap {
    'kpi-trend': KpiTrend;
  }
}
