import type { LitElement, ReactiveController } from 'lit';
import { over, paletteOn, weigh } from '../theme/ground.js';
import type { Palette } from '../theme/ground.js';
import { composedAncestors } from './composed-ancestors.js';

/** What stands around a widget that takes the page's own look: the text colour there, and what can be read on its ground. */
export class GroundController implements ReactiveController {
  #ink: string | undefined;
  #given: string | undefined;
  #isWatching = false;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.#ink = undefined;
  }

  hostUpdated(): void {
    if (this.#ink === this.#given) return;
    const base = this.host.renderRoot.querySelector<HTMLElement>('.base');
    if (!base) return;
    this.#given = this.#ink;
    base.style.setProperty('--_ink', this.#ink ?? null);
    // A style that was never asked for has nothing to change from: a page that recolours at once would not be noticed.
    getComputedStyle(base).getPropertyValue('color');
  }

  readonly #changed = (event: Event): void => {
    if ((event as TransitionEvent).propertyName === 'color') this.host.requestUpdate();
  };

  /** Measures anew; text alone can be read where a picture makes the ground uncertain. */
  measure(): Palette {
    if (!this.#isWatching) this.host.renderRoot.addEventListener('transitionend', this.#changed);
    this.#isWatching = true;
    this.#ink = getComputedStyle(this.host).color;
    const text = weigh(this.#ink) ?? { luminance: 0, alpha: 1 };
    const scheme = text.luminance > 0.18 ? 'dark' : 'light';
    const layers = [];
    for (const element of composedAncestors(this.host)) {
      const { backgroundColor, backgroundImage } = getComputedStyle(element);
      const layer = weigh(backgroundColor);
      if (layer) layers.push(layer);
      if (layer?.alpha === 1) break;
      if (backgroundImage !== 'none') return `plain ${scheme}`;
    }
    // Under everything lies the browser's own canvas, which suits the text.
    const ground = layers.reduceRight((below, layer) => over(layer, below), scheme === 'dark' ? 0.01 : 1);
    return paletteOn(ground, over(text, ground));
  }
}
