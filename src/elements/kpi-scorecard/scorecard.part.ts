/** What only a page with a scorecard needs: from data to its rows, and from these to words and a table. */
export { evaluateScorecard } from '../../core/evaluate/evaluate-scorecard.js';
export { sorted } from '../../view-model/scorecard-order.js';
export { scorecardCsv, scorecardTable } from '../../view-model/scorecard-table.js';
export { scorecardView } from '../../view-model/scorecard-view.js';
export { ExplainController } from './explain-controller.js';
export { isSortable, renderScorecard } from './render-scorecard.js';
export { scorecardSvg } from './scorecard-svg.js';
export { scorecardRowStyles as styles } from './scorecard-rows.styles.js';
