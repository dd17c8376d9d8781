import { KpiError } from '../core/error.js';
import { retryAfter } from './retry-after.js';

/** So many failures in a row are made good by asking again. */
const mostFailures = 3;
/** So long the server may ask to wait in all, ms. */
const mostPatience = 120_000;
const leastPause = 1000;
/** What may be mended by itself. */
const broken: ReadonlySet<string> = new Set(['unreachable', 'hook-failed']);
/** What being told to wait costs of the patience at least, ms: a server that says "now" for ever comes to an end. */
const leastPatience = 5000;

/** What a page can know of its way to the server. */
export interface Circumstances {
  /** Whether a hook may bring another token. */
  readonly canRenew: boolean;
  readonly isOffline?: () => boolean;
  /** From 0 to 1: widgets that failed together do not come back together. */
  readonly random?: () => number;
}

/** Whether to ask again after a failure, and when: counts what has failed since the last success. */
export class Retries {
  #failures = 0;
  #patience = mostPatience;
  #hasRenewed = false;

  constructor(private readonly circumstances: Circumstances) {}

  /** @returns how long to wait before the next attempt, ms; undefined where there is no sense in one */
  pauseAfter(failure: unknown): number | undefined {
    if (!(failure instanceof KpiError)) return undefined;
    const { code, details } = failure;
    const { status } = details;
    if (status === 401) return this.#renewal();
    if (code === 'busy' || status === 503) {
      const pause = retryAfter(details['retryAfter'], Date.now());
      return pause === undefined ? this.#backOff() : this.#toldToWait(pause);
    }
    // A hook may have asked a server for its token.
    const isPassing = broken.has(code) || (typeof status === 'number' && status >= 500);
    return isPassing && !this.circumstances.isOffline?.() ? this.#backOff() : undefined;
  }

  /** An answer came: what failed before it is forgiven. */
  succeeded(): void {
    this.#failures = 0;
    this.#hasRenewed = false;
  }

  #renewal(): number | undefined {
    if (this.#hasRenewed || !this.circumstances.canRenew) return undefined;
    this.#hasRenewed = true;
    return 0;
  }

  #toldToWait(pause: number): number | undefined {
    this.#patience -= Math.max(pause, leastPatience);
    return this.#patience < 0 ? undefined : Math.max(pause, leastPause);
  }

  /** Half a second to one, one to two, two to four. */
  #backOff(): number | undefined {
    const { random = Math.random } = this.circumstances;
    return this.#failures < mostFailures ? 500 * 2 ** this.#failures++ * (1 + random()) : undefined;
  }
}
