/** What only a page with a trend needs: from results to lines, and from these to words and a chart. */
export { readAnnotations } from '../../view-model/annotation.js';
export { trendView } from '../../view-model/trend-view.js';
export { lineSpots, nearestSpot } from '../../visuals/line-spots.js';
export { panelsLayout } from '../../visuals/panels.layout.js';
export { renderFailed, renderLegend, renderTrend } from './render-trend.js';
export { trendDrawingStyles as styles } from './trend-drawing.styles.js';
