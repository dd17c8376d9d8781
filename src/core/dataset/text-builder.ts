import type { FlagColumn, TextColumn } from './column.js';
import { Growing } from './growing.js';

/** Collects texts and ids, each distinct one once. */
export class TextBuilder {
  readonly #codes = new Growing((length) => new Int32Array(length));
  readonly #codeOf = new Map<string, number>();
  readonly #values: string[] = [];
  readonly #keepsEmptyText: boolean;
  /** The code of an empty cell. */
  readonly #empty: number = -1;

  /**
   * @param keepsEmptyText whether an empty text is a value too, other than a cell that is absent
   * @param standard what an empty cell means
   */
  constructor(keepsEmptyText = false, standard?: string) {
    this.#keepsEmptyText = keepsEmptyText;
    if (standard === undefined) return;
    this.#codeOf.set(standard, 0);
    this.#values.push(standard);
    this.#empty = 0;
  }

  /** Takes a cell, or says what was expected; a refused cell stays empty. */
  append(cell: unknown): string | undefined {
    if (cell == null || (cell === '' && !this.#keepsEmptyText)) {
      this.#codes.push(this.#empty);
      return undefined;
    }
    const isPlain = typeof cell === 'string' || typeof cell === 'boolean' || typeof cell === 'bigint';
    if (!isPlain && !(typeof cell === 'number' && Number.isFinite(cell))) {
      this.#codes.push(-1);
      return 'expected a text';
    }
    const text = String(cell);
    let code = this.#codeOf.get(text);
    if (code === undefined) {
      code = this.#values.push(text) - 1;
      this.#codeOf.set(text, code);
    }
    this.#codes.push(code);
    return undefined;
  }

  finish(): TextColumn {
    return { kind: 'text', codes: this.#codes.finish(), values: this.#values };
  }
}

/** Collects lists of texts, each as one text with commas between; a list without any is an empty cell. */
export class ListBuilder {
  readonly #texts = new TextBuilder();

  /** Takes a list, or a text with commas between, or says what was expected. */
  append(cell: unknown): string | undefined {
    const items: unknown[] = Array.isArray(cell) ? cell : typeof cell === 'string' ? cell.split(',') : [cell ?? ''];
    const isList = items.every((item) => typeof item === 'string');
    this.#texts.append(
      isList
        ? items
            .map((item) => item.trim())
            .filter(Boolean)
            .join()
        : undefined,
    );
    return isList ? undefined : 'expected a list of texts';
  }

  finish(): TextColumn {
    return this.#texts.finish();
  }
}

const flags = new Map<string, number>([
  ['true', 1],
  ['yes', 1],
  ['1', 1],
  ['false', 0],
  ['no', 0],
  ['0', 0],
]);

/** Collects yes and no. */
export class FlagBuilder {
  readonly #values = new Growing((length) => new Uint8Array(length));
  readonly #standard: number;

  /** @param standard whether an empty cell means yes */
  constructor(standard = false) {
    this.#standard = standard ? 1 : 2;
  }

  append(cell: unknown): string | undefined {
    const empty = cell == null || cell === '';
    const isPlain = typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean';
    const flag = isPlain ? flags.get(String(cell).trim().toLowerCase()) : undefined;
    this.#values.push(flag ?? this.#standard);
    return empty || flag !== undefined ? undefined : 'expected true or false';
  }

  finish(): FlagColumn {
    return { kind: 'flag', values: this.#values.finish() };
  }
}
