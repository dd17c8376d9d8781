import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit';

class PlaceAt extends Directive {
  override render(_x: number, _y: number): void {
    // Positions have no text form: a style attribute would break a strict content security policy.
  }

  override update(part: ElementPart, [x, y]: [number, number]): void {
    (part.element as HTMLElement).style.translate = `${x}px ${y}px`;
  }
}

/** Moves an element to a place in px, through the CSSOM: `<div ${placeAt(x, y)}>`. */
export const placeAt = directive(PlaceAt);
