import { define } from '../define.js';
import { KpiFunnel } from './kpi-funnel.js';

define('kpi-funnel', KpiFunnel);

declare global {
  interface HTMLElementTagNameMap {
    'kpi-funnel': KpiFunnel;
  }
}
