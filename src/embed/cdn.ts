/** The module file of a CDN: registers every tag and upgrades pasted divs. */
import '../define.js';
import { expectParts } from '../elements/expect-parts.js';
import { start } from './start.js';

expectParts();
start();
