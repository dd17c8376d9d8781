import { expectData } from '../formats/readers.js';
import { expectBesideEngine } from './data-controller.js';

/** For a script that knows where its parts are: they come side by side, not one after the other. */
export const expectParts = (): void => expectBesideEngine(expectData);
