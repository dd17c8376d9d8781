import { KpiError } from './error.js';

/**
 * A module of the library that is fetched when it is first needed: `fetched(import('./…'))`.
 *
 * @throws KpiError `missing-part` where it did not come, with its `address` where the browser tells it
 */
export async function fetched<Module>(part: Promise<Module>): Promise<Module> {
  try {
    return await part;
  } catch (cause) {
    const told = cause instanceof Error ? cause.message : String(cause);
    const [address] = /\b\w+:\/\/\S+/.exec(told) ?? [];
    const message = `A part of kpi-elements did not load: ${told} The folder that its script is in has to be served whole.`;
    throw new KpiError('missing-part', message, { address, cause });
  }
}
