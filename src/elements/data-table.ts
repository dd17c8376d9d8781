import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { TableView } from '../view-model/view.js';

/** The same facts as a chart's, as a real table. */
export function dataTable(view: TableView): TemplateResult {
  const align = (index: number) => (view.columns[index]?.numeric ? 'numeric' : '');
  return html`<table part="table">
    <caption>
      ${view.caption}
    </caption>
    <thead>
      <tr>
        ${view.columns.map(({ label }, index) => html`<th scope="col" class=${align(index)}>${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${view.rows.map(
        ({ cells }) =>
          html`<tr>
            ${cells.map((cell, index) => html`<td class=${align(index)}>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
