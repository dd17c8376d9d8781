import type { Better } from '../catalog/definition.js';
import { addDecimals } from '../decimal.js';
import type { Comparison } from './result.js';

/** The difference of two values, and whether it is good for the business; nobody has tested it. */
export function changeOf(
  value: number | undefined,
  base: number | undefined,
  better: Better,
): Pick<Comparison, 'change' | 'direction' | 'evidence' | 'significance'> {
  const untested = { evidence: 'untested', significance: undefined } as const;
  if (value === undefined || base === undefined) return { change: undefined, direction: 'neutral', ...untested };
  const absolute = addDecimals(value, -base);
  const good = better === 'down' ? absolute < 0 : absolute > 0;
  return {
    change: { absolute, relative: base > 0 ? absolute / base : undefined },
    direction: absolute === 0 || better === 'neutral' ? 'neutral' : good ? 'good' : 'bad',
    ...untested,
  };
}
