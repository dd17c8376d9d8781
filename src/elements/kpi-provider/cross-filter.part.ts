/** What only a page needs whose widgets filter each other. */
export { CrossFilter } from './cross-filter.js';
