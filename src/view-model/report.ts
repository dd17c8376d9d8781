import type { DataNote, DatasetReport, RefusalCause, TableReport } from '../core/dataset/input.js';
import { explainEnglish } from '../locale/en/explain.js';
import type { Message } from '../locale/message.js';
import type { ExplainKey } from '../locale/messages.js';
import { rangeText } from './dates.js';
import type { FactView, ReportView } from './view.js';
import type { Words } from './words.js';

/** How numbers and dates are written, and a title above them, are worth a note, but nothing to worry about. */
const asUsual: ReadonlySet<string> = new Set(['lines-above', 'decimal-comma', 'day-first', 'month-first']);

/** What was read of which table, what was left out and why, and on which terms the data stand. */
export function reportView({ tables, notes }: DatasetReport, plain: Words): ReportView {
  const words = plain.saying(explainEnglish);
  const total = (count: (table: TableReport) => number) => tables.reduce((sum, table) => sum + count(table), 0);
  const refused = total((table) => table.refused);
  const platform = notes.find(({ code }) => code === 'platform');
  const others = notes.filter((note) => note !== platform);
  return {
    summary: words.labelled(words.say('report.data'), readText({ rows: total(({ rows }) => rows), refused }, words)),
    isOpen: refused > 0 || others.some(({ code }) => !asUsual.has(code)),
    notes: others.map((note) => noteText(note, words)),
    facts: [
      ...(platform ? [{ term: words.say('report.source'), detail: noteText(platform, words) }] : []),
      ...tables.map((table) => tableFact(table, words)),
    ],
  };
}

/** "60,309 rows, and 12 left out" */
const readText = ({ rows, refused }: { rows: number; refused: number }, words: Words<ExplainKey>): string => {
  const read = words.say('report.rows', { count: rows });
  return refused === 0 ? read : words.say('report.refused', { rows: read, refused });
};

/** A note in the language's words; that of an adapter of the page's own, as the page words it, or as it is. */
function noteText({ code, message, details }: DataNote, words: Words<ExplainKey>): string {
  const key = `note.${code}` as ExplainKey;
  const known: Message | undefined = words.messages.ui[key] ?? explainEnglish[key];
  return known === undefined ? message : words.tell(known, details);
}

function tableFact(table: TableReport, words: Words<ExplainKey>): FactView & { readonly more: readonly string[] } {
  const { first, last, replaced, causes, total } = table;
  const days = first !== undefined && last !== undefined ? rangeText({ start: first, end: last }, words) : undefined;
  return {
    term: words.say(`table.${table.table}` as ExplainKey),
    detail: words.aside(readText(table, words), days),
    more: [
      ...[...causes].sort((a, b) => b.rows - a.rows).map((cause) => causeText(cause, words)),
      ...(replaced > 0 ? [words.say('report.replaced', { count: replaced })] : []),
      ...(total !== undefined ? [words.say('report.total', { row: total })] : []),
    ],
  };
}

/** "12 rows, the first is row 3 (grossSales): "n/a" is not a number." */
function causeText({ rows, first }: RefusalCause, words: Words<ExplainKey>): string {
  const { row, field, code, value } = first;
  const which = words.aside(words.say(rows === 1 ? 'report.row' : 'report.row.first', { count: rows, row }), field);
  return words.labelled(which, words.say(`refusal.${code}`, { value }));
}
