import type { CubeAnswer } from '../core/dataset/cube-answer.js';
import { check } from './check.js';

/** Whether an object says that it answers a cube question (its envelope is checked apart). */
export function isCubeAnswer(value: object): boolean {
  return 'kind' in value && value.kind === 'kpi-cube';
}

/**
 * Checks the envelope of a cube answer; the core reads its rows.
 *
 * @throws KpiError `malformed-data` naming what is wrong in the envelope
 */
export async function cubeAnswer(value: object): Promise<CubeAnswer> {
  await check('cube', value);
  return value as CubeAnswer;
}
