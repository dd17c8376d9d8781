import type { KpiDefinition } from '../catalog/definition.js';
import { addDecimals } from '../decimal.js';
import type { Comparison } from './result.js';

/** Of so few a percentage says nothing: one order more than two is not half as much again. */
const fewest = 10;
/** Nor where next to nothing was there: less than so large a part of what there is now. */
const leastPart = 0.01;

/** The difference of two values, and whether it is good for the business; nobody has tested it. */
export function changeOf(
  value: number | undefined,
  base: number | undefined,
  { direction: better, unit }: Pick<KpiDefinition, 'direction' | 'unit'>,
): Pick<Comparison, 'change' | 'direction' | 'evidence' | 'significance'> {
  const untested = { evidence: 'untested', significance: undefined } as const;
  if (value === undefined || base === undefined) return { change: undefined, direction: 'neutral', ...untested };
  const absolute = addDecimals(value, -base);
  const good = better === 'down' ? absolute < 0 : absolute > 0;
  const isLarge = base > 0 && base >= leastPart * value && (unit !== 'count' || base >= fewest);
  return {
    change: { absolute, relative: isLarge ? absolute / base : undefined },
    direction: absolute === 0 || better === 'neutral' ? 'neutral' : good ? 'good' : 'bad',
    ...untested,
  };
}
