import { define } from '../define.js';
import { KpiScorecard } from './kpi-scorecard.js';

define('kpi-scorecard', KpiScorecard);

declare global {
  interface HTMLElementTagNameMap {
    'kpi-scorecard': KpiScorecard;
  }
}
