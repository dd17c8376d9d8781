import type { LitElement } from 'lit';
import type { Dataset } from '../../core/dataset/dataset.js';
import { unexpected } from '../../core/error.js';
import { answeredCube, isCube } from '../../core/evaluate/answered-cube.js';
import type { CubeQuestion } from '../../core/evaluate/cube-question.js';
import type { LoadOptions } from '../../formats/load-dataset.js';
import { cubeReader, expectPart } from '../../formats/readers.js';
import { cubeRequest } from '../../source/cube-request.js';
import type { RequestHook } from '../../source/endpoint.js';
import type { AnswerReader } from '../../source/read-source.js';
import type { openSource, Source } from '../../source/request-cache.js';
import type { DataThere } from '../ask.js';
import type { DataInput } from '../data-controller.js';
import type * as enginePart from '../engine.part.js';
import type { Settings } from '../settings.js';
import { CubeController, holds } from './cube-controller.js';
import type { Answer, Found } from './cube-controller.js';
import { dropAll, dropOld } from './kept-answers.js';

type Engine = typeof enginePart;

/** A hold on an answer, and the question that it answers. */
export interface Opened extends Source {
  readonly question: CubeQuestion;
}

interface Gathered {
  readonly questions: CubeQuestion[];
  readonly all: Promise<CubeQuestion>;
}

/** Where an endpoint of cubes is asked. Widgets that share a data set share this in its place. */
export class CubeDesk {
  /** The data set without data: the page's zone, settings and definitions. */
  readonly blank: DataThere;
  /** Measures that an answer turned out to hold, and those that it does not. */
  readonly holds = new Set<string>();
  readonly lacks = new Set<string>();
  readonly #engine: Engine;
  readonly #input: DataInput;
  readonly #gathered = new Map<string, Gathered>();
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #posts = new Map<string, RequestHook>();
  /** Answers that are there or coming. */
  readonly #opened = new Set<Opened>();

  readonly #openSource: typeof openSource;

  /** @param anew whether what was answered before is asked anew */
  constructor(
    engine: Engine,
    input: DataInput,
    dataset: Dataset,
    open: typeof openSource,
    readonly anew: boolean,
  ) {
    this.#engine = engine;
    this.#openSource = open;
    this.#input = input;
    const since = { inPage: false, at: new Date(), refreshing: false, stale: undefined };
    this.blank = { kind: 'there', dataset, engine, cube: undefined, ...since };
  }

  /** What a widget has to show, from an answer to just what it needs. */
  ask<Result extends object>(host: LitElement, settings: Settings, answer: Answer<Result>): Found<Result> {
    return CubeController.of(host).ask(this, settings, answer);
  }

  /**
   * Asks a question, in one request with those of the same task that differ in measures and windows alone; unless an
   * answer is there that holds it.
   */
  async open(own: CubeQuestion, anew: boolean): Promise<Opened> {
    dropOld();
    const known = anew ? undefined : [...this.#opened].find(({ question }) => holds(question, own))?.question;
    const question = known ?? (await this.#gather(own));
    const { src = '', request, options } = this.#input;
    const base = document.baseURI;
    const asked = { ...cubeRequest(src, base, question, request, this.#posts), base, options };
    const source = this.#openSource(asked, Promise.resolve(readerOf(this.#engine, question)), { fresh: anew });
    const { dataset } = source;
    const end = () => this.#underWay.delete(dataset);
    this.#underWay.add(dataset);
    dataset.then(end, end);
    const opened = {
      ...{ dataset, question },
      release: () => {
        this.#opened.delete(opened);
        source.release();
      },
    };
    this.#opened.add(opened);
    return opened;
  }

  /** Notes which measures an answer holds; what one of them holds is in the cube. */
  learn({ sources }: Dataset, { measures }: CubeQuestion): void {
    for (const id of measures) {
      if (sources.some((source) => source.holds(id))) this.holds.add(id);
      if (this.holds.has(id)) this.lacks.delete(id);
      else this.lacks.add(id);
    }
  }

  /** Once the questions of this task, and of what follows from it, are answered. */
  async settled(): Promise<void> {
    // Widgets learn of the desk before they ask.
    await new Promise((resolve) => setTimeout(resolve));
    await Promise.all([...this.#gathered.values()].map(({ all }) => all));
    await Promise.allSettled(this.#underWay);
  }

  #gather(question: CubeQuestion): Promise<CubeQuestion> {
    const key = JSON.stringify({ ...question, measures: [], windows: [] });
    const gathered = this.#gathered.get(key) ?? this.#begin(key);
    gathered.questions.push(question);
    return gathered.all;
  }

  #begin(key: string): Gathered {
    const questions: CubeQuestion[] = [];
    const all = new Promise<CubeQuestion>((resolve) =>
      setTimeout(() => {
        this.#gathered.delete(key);
        resolve(union(questions as [CubeQuestion]));
      }),
    );
    this.#gathered.set(key, { questions, all });
    return { questions, all };
  }
}

/**
 * Opens a desk for what a page says of its source.
 *
 * @throws KpiError `bad-option` where it says how to read rows, of which a cube has none; as `loadDataset`
 */
export async function openDesk(engine: Engine, input: DataInput, anew: boolean): Promise<CubeDesk> {
  const { table, map, prepare, timeZone, currency, settings, kpiDefinitions } = input.options;
  for (const [option, value] of Object.entries({ table, map, prepare }))
    if (value !== undefined)
      throw unexpected('bad-option', `${option}: a cube has no rows to read`, option, value, 'none with query="cube"');
  expectPart(cubeReader);
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const options = { timeZone: zone, currency, settings, kpiDefinitions };
  const nothing = { kind: 'kpi-cube', version: 1, timeZone: zone, buckets: [] } as const;
  const { openSource } = await import('../../source/request-cache.js');
  const dataset = await engine.loadDataset(nothing, options);
  if (anew) dropAll();
  return new CubeDesk(engine, { ...input, options }, dataset, openSource, anew);
}

const union = ([first, ...others]: readonly [CubeQuestion, ...CubeQuestion[]]): CubeQuestion => {
  const all = [first, ...others];
  return {
    ...first,
    measures: [...new Set(all.flatMap(({ measures }) => measures))].sort(),
    windows: [...new Set(all.flatMap(({ windows }) => windows))].sort(),
  };
};

/** Reads what has to be the answer to a question. */
const readerOf = (engine: Engine, question: CubeQuestion): AnswerReader => ({
  ...engine,
  loadDataset(response, options) {
    const answered: LoadOptions['answered'] = async (value, meter) => {
      // A server may say that it is still at work, or why it cannot answer.
      const whole = isCube(value) ? value : await options.complete?.(value, meter);
      return answeredCube(whole ?? value, question);
    };
    return engine.loadDataset(response, { ...options, format: 'json', answered });
  },
});
