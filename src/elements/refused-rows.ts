import type { Dataset } from '../core/dataset/dataset.js';

const warnedOf = new WeakSet<Dataset>();

/** Tells the developer once which rows of a data set were left out, and why the first of them was. */
export function warnOfRefusedRows(dataset: Dataset, tag: string): void {
  if (warnedOf.has(dataset)) return;
  warnedOf.add(dataset);
  for (const { table, rows, refused, issues } of dataset.report.tables) {
    const [first] = issues;
    if (!first) continue;
    const cause = `Row ${first.row}${first.field && `, ${first.field}`}: ${first.reason}.`;
    console.warn(`<${tag}> ${table}: ${refused} of ${rows + refused} rows were left out. ${cause}`);
  }
}
