import { highest } from './frame-message.js';

/** What is measured in a frame: its own width and its content's height, px; time in ms. */
export interface Measurement {
  readonly width: number;
  readonly height: number;
  readonly time: number;
}

/** How long a frame must rest before a change counts as a new one, ms. */
const rest = 1000;

/**
 * Decides which heights a frame asks for: whole pixels, each once, capped.
 *
 * A scrollbar of the page that comes and goes with the frame's height changes the frame's width, and that its height
 * again, for ever. So where a width comes back before the frame has rested, the larger height stands.
 *
 * @returns the height to ask for; undefined where nothing is new
 */
export function createHeights(): (measurement: Measurement) => number | undefined {
  let asked = 0;
  let last = -Infinity;
  let heights = new Map<number, number>();
  return ({ width, height, time }) => {
    if (time - last > rest) heights = new Map();
    last = time;
    const needed = Math.min(Math.ceil(height), highest);
    const returned = heights.has(width) && heights.size > 1;
    const wanted = returned ? Math.max(needed, ...heights.values()) : needed;
    heights.set(width, wanted);
    if (wanted === asked || wanted <= 0) return undefined;
    asked = wanted;
    return wanted;
  };
}
