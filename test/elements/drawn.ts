import type { LitElement } from 'lit';

type Widget = LitElement;
type Phase = 'loading' | 'ready' | 'empty' | 'error';

/** Waits until a widget is in a state; six seconds at most. */
export async function until(widget: Widget, phase: Phase): Promise<void> {
  const end = performance.now() + 6000;
  while (!widget.matches(`:state(${phase})`)) {
    if (performance.now() > end) throw new Error(`<${widget.localName}> never became ${phase}.`);
    await new Promise(requestAnimationFrame);
    await widget.updateComplete;
  }
  await drawn(widget);
}

/** Waits until a size has been reported and drawn. */
export async function drawn(widget: Widget): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await widget.updateComplete;
}

/** What a part says, its white space as single blanks. */
export const said = (widget: Widget, part: string): string =>
  (widget.shadowRoot?.querySelector(`[part~="${part}"]`)?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Waits until it stands on the face of a widget that rules found something. */
export async function found(widget: Widget): Promise<HTMLElement> {
  const end = performance.now() + 6000;
  for (;;) {
    const finding = widget.shadowRoot?.querySelector<HTMLElement>('[part~="finding"]');
    if (finding) return finding;
    if (performance.now() > end) throw new Error(`Nothing is found in <${widget.localName}>.`);
    await drawn(widget);
  }
}

/** Waits until the open panel holds what was asked for, in its place. */
export async function filled(widget: Widget): Promise<void> {
  const end = performance.now() + 6000;
  do {
    if (performance.now() > end) throw new Error(`The panel of <${widget.localName}> is never filled.`);
    await drawn(widget);
  } while (!widget.shadowRoot?.querySelector('.panel > :is(.facts, table)'));
}
