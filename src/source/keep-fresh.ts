import { readInterval, refreshEvery } from './refresh.js';

/**
 * Calls `refresh` every so often while the page and the element in it can be seen, until stopped. A call that falls due
 * while they cannot is made up for when they can. An element that has no box of its own counts as seen.
 *
 * @param interval `30s`, `5m`, `1h`
 * @throws KpiError `bad-option`
 */
export function keepFresh(element: Element, interval: string, refresh: () => void): () => void {
  const milliseconds = readInterval(interval);
  let isSeen = true;
  let missed = false;
  const ask = () => {
    missed = !isSeen;
    if (isSeen) refresh();
  };
  const observer = new IntersectionObserver((entries) => {
    isSeen = entries.at(-1)?.isIntersecting === true;
    if (missed) ask();
  });
  if (getComputedStyle(element).display !== 'contents') observer.observe(element);
  const stop = refreshEvery(milliseconds, ask);
  return () => {
    stop();
    observer.disconnect();
  };
}
