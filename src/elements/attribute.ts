import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * A property that redraws its element, with an attribute of its name: Lit's decorator without the other half of it, which
 * serves decorators as the standard has them.
 */
export const property =
  (options?: PropertyDeclaration) =>
  (prototype: ReactiveElement, name: string): void =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);

/** What an element keeps to itself, and is drawn from. */
export const state = () => property({ state: true });

/** A text property whose attribute may be taken away again: then it is undefined, as if it had never been set. */
export const text = (attribute?: string): PropertyDeclaration<string | undefined> => ({
  ...(attribute === undefined ? {} : { attribute }),
  converter: { fromAttribute: (value: string | null) => value ?? undefined },
});
