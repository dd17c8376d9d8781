/** What is needed once a person asks what a figure rests on: its proof in words, its table, and what the panel draws. */
export { funnelProof } from '../view-model/funnel-proof.js';
export { definitionOf, kpiProof, trendProof } from '../view-model/kpi-proof.js';
export { scorecardProof } from '../view-model/scorecard-proof.js';
export { tableView } from '../view-model/table-view.js';
export { dataTable } from './data-table.js';
export { renderProof } from './render-proof.js';
export { renderReport } from './render-report.js';
export { proofStyles as styles } from './proof.styles.js';
