import { funnels } from '../catalog/funnels.js';
import type { Dataset } from '../dataset/dataset.js';
import { unlessBare } from './coverage.js';
import { resolveIn } from './formula-in-use.js';
import type { FunnelMode } from './funnel-result.js';
import { badOption } from '../bad-option.js';
import type { FunnelQuestion } from './question.js';
import type { ResolvedFormula } from './resolve-formula.js';
import type { Reason, Warning } from './result.js';

/** The stages that a question asks for. */
export interface AskedStages {
  readonly measures: readonly string[];
  readonly mode: FunnelMode;
  /** Whether somebody named them: stages of the default funnel may be absent without a word. */
  readonly named: boolean;
}

/** The stages that the data can answer. */
export interface Stages {
  readonly measures: readonly string[];
  readonly resolved: readonly ResolvedFormula[];
  readonly warnings: readonly Warning[];
}

const modes: readonly FunnelMode[] = ['closed', 'open'];
const day = 86_400_000;

/** @throws KpiError `bad-option` */
export function askedStages({ catalog }: Dataset, { stages, funnel, mode }: FunnelQuestion): AskedStages {
  if (mode !== undefined && !modes.includes(mode)) throw badOption('mode', mode, modes);
  const declared = funnel === undefined ? funnels[0] : funnels.find(({ id }) => id === funnel);
  if (!declared) {
    throw badOption(
      'funnel',
      funnel,
      funnels.map(({ id }) => id),
    );
  }
  const list: unknown = typeof stages === 'string' ? stages.split(/\s+/).filter(Boolean) : stages;
  const named = list !== undefined && !(typeof stages === 'string' && stages.trim() === '');
  if (!named) return { measures: declared.stages, mode: mode ?? declared.mode, named: funnel !== undefined };

  const countable = [...catalog.measures.values()].filter(({ unit }) => unit === 'count').map(({ id }) => id);
  if (!Array.isArray(list)) throw badOption('stages', stages, 'ids of measures, in a list or separated by spaces');
  for (const stage of list as unknown[])
    if (typeof stage !== 'string' || !countable.includes(stage)) throw badOption('stages', stage, countable);
  const distinct = [...new Set(list as string[])];
  if (distinct.length < 2)
    throw badOption(
      'stages',
      stages,
      'at least two measures that count, such as sessions and sessionsWithPurchase',
      'sessions sessionsWithPurchase, …',
    );
  return { measures: distinct, mode: mode ?? 'closed', named };
}

/** Milliseconds of a conversion window such as `7d`; undefined without one. @throws KpiError `bad-option` */
export function allowedTime({ window }: FunnelQuestion): number | undefined {
  if (window === undefined || window === '') return undefined;
  const days = Number(/^(\d{1,3})d$/.exec(window)?.[1]);
  if (!(days > 0)) throw badOption('window', window, 'a number of days such as 7d', '7d, 14d, …');
  return days * day;
}

/** Leaves out the stages that are not in the data; fewer than two that are there are no funnel. */
export function stagesIn(dataset: Dataset, asked: AskedStages): Stages | Reason {
  const found = asked.measures.map((measure) => ({ measure, resolved: resolveIn(dataset, { formula: measure }) }));
  const there = found.flatMap(({ measure, resolved }) => ('missing' in resolved ? [] : { measure, resolved }));
  const absent = found.filter(({ resolved }) => 'missing' in resolved).map(({ measure }) => measure);
  if (there.length < 2) return unlessBare(dataset, absent, { code: 'no-data', measure: absent[0]! });
  const warnings = there.flatMap(({ resolved }) => resolved.warnings);
  return {
    measures: there.map(({ measure }) => measure),
    resolved: there.map(({ resolved }) => resolved),
    warnings: [
      ...warnings,
      ...(asked.named ? absent.map((measure) => ({ code: 'stage-absent', measure }) as const) : []),
    ],
  };
}
