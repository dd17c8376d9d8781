import { waitFor } from 'storybook/test';

type WidgetTag = 'kpi-card' | 'kpi-trend' | 'kpi-funnel' | 'kpi-scorecard' | 'kpi-period';

/** Waits, on a busy machine too; the condition throws until it holds. */
export const patiently = <Value>(condition: () => Value): Promise<Value> => waitFor(condition, { timeout: 10_000 });

/** A widget of the story, once it is ready; a selector tells it from others of its tag. */
export async function ready<Tag extends WidgetTag>(
  canvas: HTMLElement,
  tag: Tag,
  selector: string = tag,
): Promise<HTMLElementTagNameMap[Tag]> {
  const widget = canvas.querySelector<HTMLElementTagNameMap[Tag]>(selector);
  if (!widget) throw new Error(`The story holds no ${selector}.`);
  await patiently(() => {
    if (!widget.matches(':state(ready)')) throw new Error(`<${tag}> is not ready.`);
  });
  await widget.updateComplete;
  return widget;
}

/** Something inside a widget, once it is there. */
export const inside = (widget: Element, selector: string): Promise<HTMLElement> =>
  patiently(() => {
    const found = widget.shadowRoot?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`<${widget.localName}> shows no ${selector}.`);
    return found;
  });

/** The chart of a widget, once it is drawn: that takes its size. */
export async function chartOf(widget: Element): Promise<HTMLElement> {
  await inside(widget, '.chart > svg');
  return inside(widget, '.chart');
}

/** What the first element that fits says, its white space as single blanks; nothing is said where there is none. */
export const said = (widget: Element, selector: string): string =>
  (widget.shadowRoot?.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
