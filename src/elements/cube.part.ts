/** What only a page with `query="cube"` needs: it makes the question, and asks it. */
export { openDesk } from './cube/cube-desk.js';
