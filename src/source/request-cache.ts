import type { Dataset } from '../core/dataset/dataset.js';
import { KpiError } from '../core/error.js';
import type { LoadOptions } from '../formats/load-dataset.js';
import type { RequestHook } from './endpoint.js';
import { loads } from './loads.js';
import type { Load } from './loads.js';
import { readSource } from './read-source.js';
import type { AnswerReader } from './read-source.js';

/** What makes two requests of a page the same: all of this, functions by identity. */
export interface SourceQuestion {
  readonly address: string;
  /** Resolves a relative address. */
  readonly base?: string | undefined;
  readonly options?: Omit<LoadOptions, 'signal'> | undefined;
  readonly request?: RequestHook | undefined;
}

/** One widget's hold on a data set that others may share. */
export interface Source {
  /** Rejects with a KpiError, or with an AbortError once its last holder has let go before the answer. */
  readonly dataset: Promise<Dataset>;
  /** Gives the hold up. The request stops with its last holder. */
  release(): void;
}

/**
 * Opens a source: asks its endpoint and reads the answer, or joins the widgets that have done so.
 *
 * @param reader that it is still on its way delays no request
 * @param fresh refresh: ask anew, but once for all widgets that refresh in the same task
 */
export function openSource(question: SourceQuestion, reader: Promise<AnswerReader>, { fresh = false } = {}): Source {
  const key = keyOf(question);
  let load = loads.get(key);
  const isResting = load !== undefined && load.until < Infinity;
  if (!load || (isResting ? load.until <= Date.now() : fresh && !load.newborn)) {
    load = begin(question, reader, key, fresh);
    loads.set(key, load);
  }
  load.holders++;
  return { dataset: load.dataset, release: releaseOnce(load, key) };
}

function begin(question: SourceQuestion, reader: Promise<AnswerReader>, key: string, fresh: boolean): Load {
  const control = new AbortController();
  const dataset = readSource(question, reader, control.signal, fresh);
  const load: Load = { dataset, control, holders: 0, newborn: true, until: Infinity };
  setTimeout(() => (load.newborn = false));
  // A failure is not kept: the next widget asks again.
  dataset.catch((failure: unknown) => {
    const until = failure instanceof KpiError ? failure.details['until'] : undefined;
    if (typeof until === 'number') load.until = until;
    else forget(load, key);
  });
  return load;
}

function releaseOnce(load: Load, key: string): () => void {
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    load.holders--;
    // A widget that is moved in the page lets go and takes hold again in one task.
    setTimeout(() => {
      if (load.holders > 0) return;
      load.control.abort();
      if (load.until === Infinity) forget(load, key);
    });
  };
}

function forget(load: Load, key: string): void {
  if (loads.get(key) === load) loads.delete(key);
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

function identityOf(value: object | undefined): number {
  if (!value) return 0;
  const identity = identities.get(value) ?? ++lastIdentity;
  identities.set(value, identity);
  return identity;
}

function keyOf({ address, base, options = {}, request }: SourceQuestion): string {
  const { prepare, ...plain } = options;
  const url = URL.canParse(address, base) ? new URL(address, base).href : address;
  const settings = Object.entries(plain).filter(([, value]) => value !== undefined);
  return JSON.stringify([url, settings.sort(([a], [b]) => (a < b ? -1 : 1)), identityOf(prepare), identityOf(request)]);
}
