import type { LitElement, ReactiveController } from 'lit';
import type { KpiError } from '../../core/error.js';
import { asKpiError, unexpected } from '../../core/error.js';
import { askCube, readAll } from '../../core/evaluate/cube-question.js';
import type { CubeAsking, CubeQuestion } from '../../core/evaluate/cube-question.js';
import type { DataThere } from '../ask.js';
import type { DataState } from '../data-controller.js';
import { sameMembers } from '../../core/remember.js';
import type { Settings } from '../settings.js';
import type { CubeDesk, Opened } from './cube-desk.js';
import { keep } from './kept-answers.js';

/** What a widget shows for its settings; it asks several times where a filter cannot be followed. */
export type Answer<Result> = (settings: Settings, from: (asked: Settings) => DataThere) => Result;

/** Where the answer to a widget's question stands, and what is shown meanwhile: where data are there, a result. */
export interface Found<Result> {
  readonly data: DataState;
  readonly result: Result | undefined;
}

/** A data set that notes what is asked of it, and what it is asked for. */
interface Recorder {
  readonly of: readonly unknown[];
  readonly asked: Settings;
  readonly asking: CubeAsking;
  readonly there: DataThere;
}

/** A settled moment is good for so long where settings change, ms. */
const moment = 60_000;

const controllers = new WeakMap<LitElement, CubeController>();

/** Asks for just what a widget needs, and keeps its last figures until newer ones are there. */
export class CubeController implements ReactiveController {
  #desk: CubeDesk | undefined;
  #settings: Settings = {};
  /** The moment that `now` is, epoch ms. */
  #now = 0;
  #recorder: Recorder | undefined;
  readonly #read = new WeakSet<object>();
  #state: DataState = { kind: 'loading' };
  #result: object | undefined;
  /** What is asked, and which question the state answers: the same one, or an older one. */
  #asked: CubeQuestion | undefined;
  #answered: CubeQuestion | undefined;
  /** The hold on what the state holds. */
  #held: Opened | undefined;
  /** A question under way. A new one is made for each, so that an older answer finds itself outdated. */
  #current: { source?: Opened } | undefined;

  private constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  static of(host: LitElement): CubeController {
    const controller = controllers.get(host) ?? new CubeController(host);
    controllers.set(host, controller);
    return controller;
  }

  hostConnected(): void {
    addEventListener('online', this.#online);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#online);
    this.#stop();
    this.#held?.release();
    this.#held = undefined;
  }

  /**
   * Runs the widget's own evaluation twice: to learn what it needs, and over the answer.
   * @throws KpiError of the evaluation; `bad-option` where `as-of` is a day that only the answer knows
   */
  ask<Result extends object>(desk: CubeDesk, settings: Settings, answer: Answer<Result>): Found<Result> {
    const timed = this.#timed(desk, settings);
    const before = this.#recorder;
    const needs = answer(timed, (asked) => this.#recorderFor(desk, asked).there);
    if (!this.#read.has(needs)) readAll(needs);
    this.#read.add(needs);
    if (this.#recorder !== before) this.#askForStandIns(desk, (there) => answer(timed, () => there));
    const question = this.#recorder?.asking.question();
    // What no cube can answer is refused in the words for it.
    if (!question) return { data: desk.blank, result: needs };
    this.#use(desk, question);
    const state = this.#state;
    if (state.kind !== 'there') return { data: state, result: undefined };
    if (this.#answered === this.#asked) this.#result = answer(timed, () => state);
    return this.#result
      ? { data: state, result: this.#result as Result }
      : { data: { kind: 'loading' }, result: undefined };
  }

  /** The settings with the page's clock, which stands still until something else is asked. */
  #timed(desk: CubeDesk, settings: Settings): Settings {
    const isOther = desk !== this.#desk || (!sameMembers(settings, this.#settings) && Date.now() > this.#now + moment);
    if (isOther) this.#now = Date.now();
    this.#settings = settings;
    const { asOf = 'now' } = settings;
    if (asOf === 'latest')
      throw unexpected(
        'bad-option',
        'as-of: only the data know which day is the latest',
        'asOf',
        asOf,
        'now, or a date',
      );
    return asOf === 'now' ? { ...settings, asOf: new Date(this.#now).toISOString() } : settings;
  }

  /** The same one for the same question: what was asked of it is not worked out again. */
  #recorderFor(desk: CubeDesk, asked: Settings): Recorder {
    const { blank, lacks } = desk;
    const of = [blank, [...lacks].join(), ...propertiesOf(this.host)];
    const last = this.#recorder;
    if (last && sameMembers(last.of, of) && sameMembers(last.asked, asked)) return last;
    const asking = askCube(blank.dataset);
    const there = { ...blank, dataset: asking.dataset(), cube: desk };
    return (this.#recorder = { of, asked, asking, there });
  }

  /**
   * Where something is not in the cube, nor may be what stands in for it: all that may is asked for at once, and so is it
   * itself, since another part of the rows may have it.
   */
  #askForStandIns({ lacks: known, holds }: CubeDesk, evaluate: (there: DataThere) => unknown): void {
    const { asking, there } = this.#recorder!;
    const lacks = new Set(known);
    while (lacks.size > 0) {
      readAll(evaluate({ ...there, dataset: asking.dataset(lacks) }));
      const unknown = (asking.question()?.measures ?? []).filter((id) => !holds.has(id) && !lacks.has(id));
      if (unknown.length === 0) return;
      for (const id of unknown) lacks.add(id);
    }
  }

  #use(desk: CubeDesk, question: CubeQuestion): void {
    const isOther = desk !== this.#desk;
    const isAnew = isOther && desk.anew;
    const isSame = JSON.stringify(question) === JSON.stringify(this.#asked);
    this.#desk = desk;
    if (isOther && !isAnew) this.#forget();
    else if (!isAnew && isSame && (this.#current || !this.#isAwaited)) return;
    else if (!isAnew && this.#held && holds(this.#held.question, question)) {
      this.#stop();
      this.#asked = this.#answered = question;
      if (this.#state.kind === 'there') this.#state = { ...this.#state, refreshing: false };
      return;
    }
    if (!isSame) {
      this.#asked = question;
      if (this.#state.kind === 'failed') this.#state = { kind: 'loading' };
    }
    if (this.host.isConnected) void this.#load(desk, this.#asked!, isAnew);
  }

  get #isAwaited(): boolean {
    return this.#state.kind === 'loading' || (this.#state.kind !== 'none' && this.#state.refreshing === true);
  }

  async #load(desk: CubeDesk, question: CubeQuestion, anew: boolean): Promise<void> {
    this.#stop();
    const current: { source?: Opened } = (this.#current = {});
    if (this.#state.kind === 'there' || this.#state.kind === 'failed')
      this.#state = { ...this.#state, refreshing: true };
    const isOutdated = () => this.#current !== current;
    try {
      const opened = await desk.open(question, anew);
      if (isOutdated()) return opened.release();
      current.source = opened;
      const dataset = await opened.dataset;
      if (isOutdated()) return;
      desk.learn(dataset, opened.question);
      if (this.#held) keep(this.#held);
      this.#held = opened;
      this.#answered = question;
      this.#state = { ...desk.blank, dataset, at: new Date() };
    } catch (cause) {
      if (isOutdated()) return;
      current.source?.release();
      this.#fail(asKpiError(cause), anew || this.#answered === question);
    }
    this.#current = undefined;
    this.host.requestUpdate();
  }

  /** @param stands whether the last figures do: they do not answer another question */
  #fail(error: KpiError, stands: boolean): void {
    const { host } = this;
    if (this.#state.kind !== 'there' || !stands) {
      this.#forget();
      this.#state = { kind: 'failed', error };
      return;
    }
    if (this.#state.stale?.message !== error.message)
      console.warn(`<${host.localName}> could not be refreshed: ${error.message}`);
    this.#state = { ...this.#state, refreshing: false, stale: error };
  }

  #forget(): void {
    this.#stop();
    if (this.#held) keep(this.#held);
    this.#held = this.#answered = this.#result = undefined;
    this.#state = { kind: 'loading' };
  }

  #stop(): void {
    this.#current?.source?.release();
    this.#current = undefined;
  }

  /** Whatever failed has another chance once the network is back. */
  readonly #online = (): void => {
    const state = this.#state;
    const hasFailed = state.kind === 'failed' || (state.kind === 'there' && state.stale !== undefined);
    if (!hasFailed || this.#current || !this.#desk || !this.#asked) return;
    void this.#load(this.#desk, this.#asked, true);
    this.host.requestUpdate();
  };
}

/** Whether an answer to one question holds that to another. */
export function holds(answered: CubeQuestion, question: CubeQuestion): boolean {
  const { measures, windows } = answered;
  return (
    JSON.stringify({ ...question, measures, windows }) === JSON.stringify(answered) &&
    question.measures.every((measure) => measures.includes(measure)) &&
    question.windows.every((window) => windows.includes(window))
  );
}

/** What an element's properties are at present. */
const propertiesOf = (host: LitElement): unknown[] =>
  [...(host.constructor as typeof LitElement).elementProperties.keys()].map(
    (name) => Reflect.get(host, name) as unknown,
  );
