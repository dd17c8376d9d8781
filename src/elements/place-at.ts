import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit';
import type { Corner } from '../visuals/tooltip.layout.js';

class PlaceAt extends Directive {
  override render(_corner: Corner): void {
    // Positions have no text form: a style attribute would break a strict content security policy.
  }

  override update(part: ElementPart, [{ x, y, toLeft, toTop }]: [Corner]): void {
    const along = (at: number, whole: boolean) => `calc(${at}px - ${whole ? 100 : 0}%)`;
    (part.element as HTMLElement).style.translate = `${along(x, toLeft)} ${along(y, toTop)}`;
  }
}

/** Moves a corner of an element to a place in px, through the CSSOM: `<div ${placeAt(corner)}>`. */
export const placeAt = directive(PlaceAt);
