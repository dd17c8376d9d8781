import type { LitElement, ReactiveController } from 'lit';
import type { Dataset } from '../core/dataset/dataset.js';
import type { KpiError } from '../core/error.js';
import { asKpiError } from '../core/error.js';
import { fetched } from '../core/fetched.js';
import type { DataInput as LoadInput, LoadOptions } from '../formats/load-dataset.js';
import type { expectData } from '../formats/readers.js';
import { completeEnglish } from '../locale/load-messages.js';
import type { RequestHook } from '../source/endpoint.js';
import { sameMembers } from '../core/remember.js';
import type { Settings } from './settings.js';
import type { CubeDesk } from './cube/cube-desk.js';
import type * as engine from './engine.part.js';

/** Where a data set stands on its way here. */
export type DataState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'failed';
      readonly error: KpiError;
      /** Whether it is asked again. */
      readonly refreshing?: boolean;
    }
  | {
      readonly kind: 'there';
      readonly dataset: Dataset;
      readonly engine: typeof engine;
      /** Came with the page, not from an address: its newest row is as new as it gets. */
      readonly inPage: boolean;
      /** When they came. */
      readonly at: Date;
      readonly refreshing: boolean;
      /** Why the last refresh failed, so that older figures stand. */
      readonly stale: KpiError | undefined;
      /** Where the data set holds none, and each widget asks for what it needs. */
      readonly cube: CubeDesk | undefined;
    };

/** Where data come from: something in the page, whose format may be known, or an address. */
export interface DataOrigin {
  readonly data?: unknown;
  readonly format?: string | undefined;
  readonly src?: string | undefined;
}

/** What to load, and how to read it. */
export interface DataInput extends DataOrigin {
  readonly request: RequestHook | undefined;
  /** With what the source is asked for: `rows`, or `cube`. */
  readonly options: LoadOptions & { readonly query?: string | undefined };
}

/** An origin, read as the settings say; undefined without one. */
export function inputOf(origin: DataOrigin | undefined, settings: Settings): DataInput | undefined {
  if (!origin) return undefined;
  const { data, src } = origin;
  // What stands in the page has told its format, but perhaps not how to read it.
  const format = settings.format?.startsWith(origin.format ?? '') ? settings.format : origin.format;
  const { table, map, prepare, timeZone, currency, settings: parameters, kpiDefinitions, request, query } = settings;
  return {
    data,
    src,
    request,
    options: { format, table, map, prepare, timeZone, currency, settings: parameters, kpiDefinitions, query },
  };
}

/** Loads a widget's data set, keeps the last good one, and lets go of what is no longer needed. */
export class DataController implements ReactiveController {
  state: DataState = { kind: 'none' };
  #input: DataInput | undefined;
  /** Ends the load under way. A new one is made for each, so an older answer finds itself outdated. */
  #current: { release(): void } | undefined;
  #interval: string | undefined;
  #rest: (() => void) | undefined;
  /** Why it is not asked anew. */
  #problem: KpiError | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#online);
    this.#beat();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#online);
    this.#stop();
    this.#rest?.();
  }

  /**
   * Asks anew every so often: `30s`, `5m`, `1h`; undefined for never. Data in the page are not asked for.
   * @throws KpiError `bad-option` or `missing-part`, once that is known: the host is then updated
   */
  every(interval: string | undefined): void {
    const asked = this.#input?.src === undefined ? undefined : interval;
    if (asked !== this.#interval) {
      this.#interval = asked;
      this.#beat();
    }
    if (this.#problem) throw this.#problem;
  }

  #beat(): void {
    const interval = this.#interval;
    this.#rest?.();
    this.#problem = undefined;
    if (interval === undefined || !this.host.isConnected) return;
    let isOver = false;
    this.#rest = () => (isOver = true);
    fetched(import('../source/refresh.part.js'))
      .then(({ keepFresh }) => {
        if (!isOver) this.#rest = keepFresh(this.host, interval, this.#due);
      })
      .catch((cause: unknown) => {
        if (isOver) return;
        this.#problem = asKpiError(cause);
        this.host.requestUpdate();
      });
  }

  /** A slow answer is waited for, not overtaken. */
  readonly #due = (): void => {
    if (!this.#isAwaited) void this.refresh();
  };

  /** Whatever failed has another chance once the network is back. */
  readonly #online = (): void => {
    const { state } = this;
    const hasFailed = state.kind === 'failed' || (state.kind === 'there' && state.stale !== undefined);
    if (hasFailed && this.#input?.src !== undefined) this.#due();
  };

  get #isAwaited(): boolean {
    return this.state.kind === 'loading' || (this.state.kind !== 'none' && this.state.refreshing === true);
  }

  /** Loads this, unless it is what is loaded already. Out of the page nothing is asked: it is when the host is back. */
  use(input: DataInput | undefined): void {
    if (!this.host.isConnected) return;
    if (this.#input && input && sameInput(this.#input, input)) {
      // Taken out of the page and put back: the figures stay, and what was cut off is asked again.
      if (!this.#current && this.#isAwaited) void this.#load(input);
      return;
    }
    this.#stop();
    this.#input = input;
    this.state = { kind: input ? 'loading' : 'none' };
    if (input) void this.#load(input);
  }

  /** Asks anew. Until the answer is there, the last figures stand. */
  async refresh(): Promise<void> {
    if (!this.#input) return;
    this.#stop();
    await this.#load(this.#input, true);
    if (this.state.kind === 'there') await this.state.cube?.settled();
  }

  #stop(): void {
    this.#current?.release();
    this.#current = undefined;
  }

  async #load(input: DataInput, anew = false): Promise<void> {
    const source = open(input, anew);
    this.#current = source;
    if (this.state.kind === 'none') this.state = { kind: 'loading' };
    else if (this.state.kind !== 'loading') this.state = { ...this.state, refreshing: true };
    this.host.requestUpdate();
    let next: DataState;
    try {
      const { dataset, engine, cube } = await source.opened;
      engine.warnOfRefusedRows(dataset, this.host.localName);
      next = {
        kind: 'there',
        dataset,
        engine,
        inPage: input.src === undefined,
        at: new Date(),
        refreshing: false,
        stale: undefined,
        cube,
      };
    } catch (cause) {
      if (this.#current !== source) return;
      next = this.#failed(asKpiError(cause));
    }
    if (this.#current !== source) return;
    this.state = next;
    this.host.requestUpdate();
  }

  #failed(error: KpiError): DataState {
    if (this.state.kind !== 'there') return { kind: 'failed', error };
    if (this.state.stale?.message !== error.message) {
      console.warn(`<${this.host.localName}> could not be refreshed: ${error.message}`);
    }
    return { ...this.state, refreshing: false, stale: error };
  }
}

export interface Opened {
  readonly dataset: Dataset;
  readonly engine: typeof engine;
  readonly cube?: CubeDesk;
}

/** Begins to load; `release` ends it wherever it stands. The engine comes beside the data, not before them. */
function open(input: DataInput, anew: boolean): { opened: Promise<Opened>; release(): void } {
  const { src, request, data } = input;
  const { query, ...asked } = input.options;
  const abort = new AbortController();
  const { signal } = abort;
  const options = { ...asked, assumedTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  const release = () => abort.abort();
  // What else can be asked is told once the engine is there.
  if (query && query !== 'rows')
    return { opened: fetchEngine().then((part) => part.openCube(part, input, anew)), release };
  expectEarly(options, src);
  const engine = fetchEngine((part) => part.expectData(options, src));
  const begin = async (): Promise<Dataset> => {
    if (src === undefined) return (await engine).loadDataset(data as LoadInput, { ...options, signal });
    const { openSource } = await import('../source/request-cache.js');
    signal.throwIfAborted();
    const source = openSource({ address: src, base: document.baseURI, request, options }, engine, { fresh: anew });
    signal.addEventListener('abort', () => source.release(), { once: true });
    return source.dataset;
  };
  const both = async (dataset: Promise<Dataset>): Promise<Opened> => {
    // Why there are none is told once the engine has brought the words.
    dataset.catch(() => undefined);
    return { engine: await engine, dataset: await dataset };
  };
  return { opened: both(begin()), release };
}

/** @param arrived called before anybody else has it @throws KpiError `missing-part` */
async function fetchEngine(arrived?: (part: typeof engine) => void): Promise<typeof engine> {
  const part = await fetched(import('./engine.part.js'));
  completeEnglish(part.dataEnglish);
  arrived?.(part);
  return part;
}

type Expect = typeof expectData;
let expectEarly: Expect = () => undefined;

/** From now on what data will need is asked for beside the engine; else once that is there. */
export function expectBesideEngine(expect: Expect): void {
  expectEarly = expect;
}

const sameInput = (a: DataInput, b: DataInput): boolean =>
  a.data === b.data && a.src === b.src && a.request === b.request && sameMembers(a.options, b.options);
