import { ChildDataController } from './child-data.js';
import type { ChildData } from './child-data.js';
import { DataController, inputOf } from './data-controller.js';
import type { DataOrigin, DataState } from './data-controller.js';
import { SettingsElement } from './settings-element.js';
import { readingSettings } from './settings.js';
import type { Settings } from './settings.js';

/** A tag that shows data or hands them on: its own, else its provider's. */
export abstract class DataElement extends SettingsElement {
  readonly #between = new ChildDataController(this, this.formatsBetween());
  readonly #source = new DataController(this);
  #taken: DataState = none;

  /** What between the tags is data. */
  protected formatsBetween(): readonly ChildData['format'][] {
    return ['json', 'csv', 'table'];
  }

  /** Where the data come from: the element itself, else its provider. */
  protected origin(): DataOrigin | undefined {
    return this.ownOrigin(this.#between.current) ?? this.giver.provided?.origin;
  }

  /**
   * Where the data stand. A provider's data set is shared, unless the rows are to be read another way here.
   * @throws KpiError `unknown-provider`, `undefined-provider`, `bad-option`
   */
  protected takeData(settings: Settings): DataState {
    this.#taken = none;
    const found = (this.#taken = this.#found(settings));
    if (found.kind === 'there') found.engine.warnOfMisspelt(this);
    return found;
  }

  /** Where the data stood when they were last taken. */
  protected get taken(): DataState {
    return this.#taken;
  }

  #found(settings: Settings): DataState {
    const { provided, awaited, missing } = this.giver;
    // What it names decides how even its own rows are read.
    if (this.provider && missing) throw missing;
    if (this.provider && awaited) return { kind: 'loading' };
    const own = this.ownOrigin(this.#between.current);
    const readsItsOwnWay = readingSettings.some((name) => this[name] !== undefined);
    if (!own && provided && !readsItsOwnWay) {
      this.#source.use(undefined);
      return provided.data;
    }
    this.#source.use(inputOf(this.origin(), settings));
    this.#source.every(settings.refreshEvery);
    const isComing = this.#source.state.kind === 'none' && (awaited || this.#between.awaited);
    if (isComing && missing) throw missing;
    return isComing ? { kind: 'loading' } : this.#source.state;
  }

  /** Asks the source anew. Settles when the answer is there, or when it failed and the state says so. */
  async refresh(): Promise<void> {
    await this.#source.refresh();
    if (this.giver.provided?.data === this.#taken) await this.giver.provided.refresh();
    await this.updateComplete;
  }
}

const none: DataState = { kind: 'none' };
