import { define } from '../define.js';
import { KpiProvider } from './kpi-provider.js';

define('kpi-provider', KpiProvider);

declare global {
  interface HTMLElementTagNameMap {
    'kpi-provider': KpiProvider;
  }
}
