import type { LitElement, ReactiveController } from 'lit';

/** Data that stand between a widget's tags. */
export interface ChildData {
  readonly data: string | { readonly headers: string[]; readonly rows: string[][] };
  readonly format: 'json' | 'csv' | 'table';
}

const scripts: Readonly<Record<string, 'json' | 'csv'>> = { 'application/json': 'json', 'text/csv': 'csv' };

/** The first child that holds data. */
function childData(host: Element, formats: readonly ChildData['format'][]): ChildData | undefined {
  for (const child of host.children) {
    if (child instanceof HTMLScriptElement) {
      const format = scripts[child.type];
      if (format && formats.includes(format) && child.text.trim()) return { data: child.text, format };
    }
    if (formats.includes('table') && child instanceof HTMLTableElement)
      return { data: tableData(child), format: 'table' };
  }
  return undefined;
}

function tableData(table: HTMLTableElement): { headers: string[]; rows: string[][] } {
  // A foot holds the totals of the rows.
  const [headers = [], ...rows] = [...table.rows]
    .filter((row) => row.parentNode !== table.tFoot)
    .map((row) => [...row.cells].map(textOf));
  return { headers, rows };
}

/** What a cell shows: no notes, nothing hidden, and its lines apart. */
function textOf(cell: Element): string {
  const shown = cell.cloneNode(true) as Element;
  for (const other of shown.querySelectorAll('sup,br,[hidden],[style*="display:none"],[style*="display: none"]'))
    other.replaceWith(other.localName === 'br' ? ' / ' : '');
  return shown.textContent;
}

/** Reads the data between a widget's tags, and reads them again when they change. */
export class ChildDataController implements ReactiveController {
  current: ChildData | undefined;
  readonly #observer: MutationObserver | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly formats: readonly ChildData['format'][],
  ) {
    if (typeof MutationObserver !== 'undefined') this.#observer = new MutationObserver(this.#reread);
    host.addController(this);
  }

  /** Whether the parser may still bring children. */
  get awaited(): boolean {
    return document.readyState === 'loading';
  }

  hostConnected(): void {
    this.#observer?.observe(this.host, { childList: true, characterData: true, subtree: true });
    if (this.awaited) document.addEventListener('DOMContentLoaded', this.#read, { once: true });
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    document.removeEventListener('DOMContentLoaded', this.#read);
  }

  /** What else changes between the tags is no news. */
  readonly #reread = (): void => {
    const { current } = this;
    const next = this.awaited ? undefined : childData(this.host, this.formats);
    if (next?.format !== 'table' && next?.data === current?.data && next?.format === current?.format) return;
    this.#read();
  };

  readonly #read = (): void => {
    // What the parser is still at would be half of the data.
    this.current = this.awaited ? undefined : childData(this.host, this.formats);
    this.host.requestUpdate();
  };
}
