/** What only an answer that fails, or that is not the whole, needs. */
export { Persistence } from './persistence.js';
