import type { EntityDefinition, FieldDefinition, FieldType } from './definition.js';

const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/**
 * Fields by type, names split by blanks: `!` after a name is required, `+` an amount whose sign the measure knows, `>` a
 * time whose mere date means its end, `%` a number that may be a share, `=` what an empty cell means.
 */
function fields(...declared: readonly string[]): Readonly<Record<string, FieldDefinition>> {
  const all: Record<string, FieldDefinition> = {};
  for (const text of declared) {
    const [type, ...names] = words(text);
    for (const name of names) {
      const [, field = '', mark, standard] = /^(\w+)([!+>%]*)=?(.*)$/.exec(name)!;
      all[field] = {
        type: type as FieldType,
        ...(mark!.includes('!') && { required: true }),
        ...(mark!.includes('+') && { positive: true }),
        ...(mark!.includes('>') && { untilNight: true }),
        ...(mark!.includes('%') && { share: true }),
        ...(standard && { default: standard === 'true' || (standard !== 'false' && standard) }),
      };
    }
  }
  return all;
}

/** @param key, dimensions names split by blanks @param declared a type and the fields of it: `money cost!+ value` */
export const entity = (
  id: string,
  key: string,
  time: string,
  dimensions: string,
  declared: readonly string[],
  more: Partial<EntityDefinition> = {},
): EntityDefinition => ({
  id,
  key: words(key),
  time,
  absence: 'zero',
  dimensions: words(dimensions),
  fields: fields(...declared),
  ...more,
});
