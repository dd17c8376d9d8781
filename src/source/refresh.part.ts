/** What only a page that says `refresh-every` needs. */
export { keepFresh } from './keep-fresh.js';
