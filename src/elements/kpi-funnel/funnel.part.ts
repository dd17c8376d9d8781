/** What only a page with a funnel needs: from data to its stages, and from these to words and a picture to explore. */
export { evaluateFunnel } from '../../core/evaluate/evaluate-funnel.js';
export { funnelCsv, funnelTable } from '../../view-model/funnel-table.js';
export { funnelView } from '../../view-model/funnel-view.js';
export { funnelLayout } from '../../visuals/funnel.layout.js';
export { renderFunnel, stageAt } from './render-funnel.js';
export { StageExplorer } from './stage-explorer.js';
export { funnelDrawingStyles as styles } from './funnel-drawing.styles.js';
