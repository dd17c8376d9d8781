import { KpiError } from '../core/error.js';
import { fetched } from '../core/fetched.js';
import type { Subject } from './schema.js';

/**
 * Checks configuration, never rows. The schemas are fetched when there is something to check.
 *
 * @throws KpiError `bad-option` for a mapping or a definition, `malformed-data` for what comes with data, naming field and value
 */
export async function check(subject: Subject, value: unknown): Promise<void> {
  const { refusalOf } = await fetched(import('./schema.js'));
  const refusal = refusalOf(subject, value);
  if (!refusal) return;
  throw new KpiError(
    subject === 'mapping' || subject === 'definitions' ? 'bad-option' : 'malformed-data',
    refusal.message,
    refusal.details,
  );
}
