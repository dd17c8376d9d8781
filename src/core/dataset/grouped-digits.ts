/** A text that a column's points make doubtful, and the row that it stands in. */
export interface GroupedText {
  readonly row: number;
  readonly text: string;
}

/** Watches a column of texts for points between thousands. */
export interface GroupedDigits {
  see(row: number, cell: unknown): void;
  /** Where no text of the column shows that a point stands before decimals: all that may be read in two ways. */
  readonly doubtful: readonly GroupedText[];
}

/** What may be read in two ways. */
export const grouped = /^\s*[-+]?[1-9]\d{0,2}\.\d{3}\s*$/;
/** Thousands of thousands, or with decimals behind a comma: no number that is read at all. */
const plainlyGrouped = /^\s*[-+]?[1-9]\d{0,2}(\.\d{3})+(,\d*)?\s*$/;
/** Other decimals than three, and four digits without a point. */
const ungrouped = /^\s*[-+]?(\d{4,}|\d*\.\d*)(e[-+]?\d+)?\s*$/i;

/**
 * "18.250" is a little more than eighteen, or eighteen thousand as half of Europe writes it. Money and counts have no
 * three decimals; where every point of such a column stands before three digits, nobody knows.
 */
export function groupedDigits(): GroupedDigits {
  let doubtful: GroupedText[] | undefined = [];
  return {
    see(row, cell) {
      if (!doubtful || typeof cell !== 'string' || (cell.length < 4 && !cell.includes('.'))) return;
      if (grouped.test(cell)) doubtful.push({ row, text: cell.trim() });
      else if (ungrouped.test(cell) && !plainlyGrouped.test(cell)) doubtful = undefined;
    },
    get doubtful() {
      return doubtful ?? [];
    },
  };
}
