import { KpiError } from '../core/error.js';
import { remember } from '../core/remember.js';

const secret =
  /^(?:.*[-_])?(?:token|secret|passw(?:or)?d|api-?key|access-?key|private-?key|authorization|credentials?)$/i;

/** Whether a name is a secret's: the same few stand on all widgets of a page. HTML's `accesskey` is on the keyboard. */
const isSecret = (name: string): boolean =>
  remember(known, name, () => name !== 'accesskey' && secret.test(name.replace(/^data-kpi-/, '')));
const known = new Map<string, boolean>();

/**
 * Refuses attributes that would publish a secret to every visitor of the page.
 * @throws KpiError `secret-in-address` naming the attribute, never its value
 */
export function refuseSecrets(element: Element): void {
  const parameter = element.getAttributeNames().find(isSecret);
  if (parameter === undefined) return;
  throw new KpiError(
    'secret-in-address',
    `The attribute "${parameter}" looks like a secret, and every visitor could read it. ` +
      'Set the property "request" to a function that adds a short-lived token, or ask a server of your own.',
    { parameter },
  );
}
