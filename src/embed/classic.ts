/** The classic script: what the module file does, also in pages opened from a file. */
import '../define.js';
import { start } from './start.js';

start();
