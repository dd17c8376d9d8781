import type { PropertyDeclaration } from 'lit';

/** A text property whose attribute may be taken away again: then it is undefined, as if it had never been set. */
export const text = (attribute?: string): PropertyDeclaration<string | undefined> => ({
  ...(attribute === undefined ? {} : { attribute }),
  converter: { fromAttribute: (value: string | null) => value ?? undefined },
});
