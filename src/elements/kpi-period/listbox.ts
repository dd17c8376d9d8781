import { html } from 'lit';
import type { TemplateResult } from 'lit';

export interface ListOption {
  readonly value: string;
  readonly name: string;
  /** What it means at present, such as its dates. */
  readonly detail: string | undefined;
}

/** A list of which one option is chosen: one tab stop, its keys are those of any list of the system. */
export function listbox(
  label: string,
  options: readonly ListOption[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  const stop = options.find(({ value }) => value === chosen) ?? options[0];
  const pick = ({ target }: Event) => {
    const value = (target as Element).closest<HTMLElement>('[role=option]')?.dataset['value'];
    if (value !== undefined) choose(value);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') pick(event);
    else if (!moveFocus(event)) return;
    event.preventDefault();
  };
  return html`<ul role="listbox" aria-label=${label} @click=${pick} @keydown=${key}>
    ${options.map(
      (option) =>
        html`<li
          role="option"
          part="option"
          data-value=${option.value}
          tabindex=${option === stop ? 0 : -1}
          aria-selected=${option.value === chosen}
        >
          <span class="name">${option.name}</span> <span class="dates">${option.detail}</span>
        </li>`,
    )}
  </ul>`;
}

/** Whether the key leads to another option: the next one, the first or last one, one that begins with a letter. */
function moveFocus({ key, currentTarget, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const options = [...(currentTarget as Element).querySelectorAll<HTMLElement>('[role=option]')];
  const at = options.indexOf(target as HTMLElement);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: options.length - 1,
  };
  const step = steps[key];
  if (step !== undefined) {
    options[Math.max(0, Math.min(step, options.length - 1))]?.focus();
    return true;
  }
  if (key.length !== 1 || ctrlKey || metaKey || altKey) return false;
  const following = [...options.slice(at + 1), ...options.slice(0, at + 1)];
  const letter = key.toLocaleLowerCase();
  following.find(({ textContent }) => textContent.trim().toLocaleLowerCase().startsWith(letter))?.focus();
  return true;
}
