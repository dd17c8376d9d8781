import type { Dataset } from '../core/dataset/dataset.js';

/** A request of the page, and what became of it. */
export interface Load {
  readonly dataset: Promise<Dataset>;
  readonly control: AbortController;
  holders: number;
  /** Whether the task that began it still runs. */
  newborn: boolean;
  /** When it is forgotten, epoch ms: a failure whose server asked for a pause stands until that is over. */
  until: number;
}

/** The newest load of each question. Older ones live on with their holders and are never handed out again. */
export const loads = new Map<string, Load>();

/**
 * A person asks: what the server at an address asked to wait for is not waited for, this once. Whatever asks by itself
 * still waits.
 */
export function endWait(address: string, base: string): void {
  const { origin, pathname } = new URL(address, base);
  for (const [key, load] of loads)
    if (load.until < Infinity && key.startsWith(`["${origin}${pathname}`)) load.until = 0;
}
