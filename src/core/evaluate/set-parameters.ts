import type { MeasureDefinition } from '../catalog/definition.js';
import { parameters } from '../catalog/parameters.js';
import { taxRole } from '../catalog/tax.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Parameters } from '../dataset/parameters.js';
import { remember } from '../remember.js';
import { measuresOf } from '../term.js';
import type { AsOf } from '../time/window.js';
import { sourceOf } from './feed.js';

type Id = keyof Parameters;

/** The catalogue's parameters that had a part in a figure and are not what they are by default. */
export type SetParameters = Readonly<Partial<Parameters>>;

/** Which measures read a parameter that their filter does not name. @param hasRows whether they are taken from rows */
const readers: Readonly<Partial<Record<Id, (measure: MeasureDefinition, hasRows: boolean) => boolean>>> = {
  activityWindowDays: ({ filter, without, active }, hasRows) =>
    hasRows && (active !== undefined || without === 'firstOrder' || Boolean(filter?.includes('firstOrder'))),
  appInstallsBefore: ({ plus }, hasRows) => hasRows && plus === 'appInstallsBefore',
  minGroupSize: ({ isPrivate }) => isPrivate === true,
  cartWindowHours: ({ entity }, hasRows) => hasRows && entity === 'carts',
  gapPolicy: (_, hasRows) => !hasRows,
  maxStaleDays: ({ aggregation }, hasRows) => hasRows && aggregation === 'last',
  taxTreatment: ({ id }) => taxRole(id) === 'sales',
};

/** @param names the measures that a figure is worked out from @param formula as the catalogue writes it */
export function setParameters(dataset: Dataset, names: readonly string[], formula: string, asOf: AsOf): SetParameters {
  const isRead = (id: Id): boolean => {
    const named = `param(${id})`;
    return (
      formula.includes(named) ||
      measuresOf(names).some((name) => {
        const measure = dataset.catalog.measures.get(name)!;
        const hasRows = sourceOf(dataset.sources, name)?.rows(name, [], asOf) !== undefined;
        return measure.filter?.includes(named) || readers[id]?.(measure, hasRows);
      })
    );
  };
  const read = otherThanDefault(dataset.parameters).filter(isRead);
  return Object.fromEntries(read.map((id) => [id, dataset.parameters[id]]));
}

const defaults: Readonly<Record<string, unknown>> = parameters;
const others = new WeakMap<Parameters, readonly Id[]>();

const otherThanDefault = (own: Parameters): readonly Id[] =>
  remember(others, own, () => (Object.keys(own) as Id[]).filter((id) => String(own[id]) !== String(defaults[id])));
