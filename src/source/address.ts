import { KpiError } from '../core/error.js';

const secretNames =
  /^(token|jwt|bearer|authorization|pwd|passwd|consumerkey|accesskey)$|(secret|password|apikey|accesstoken|authtoken|privatekey|credentials?)$/;

/** Whether a parameter or attribute has the name of a secret: `access_token`, `api-key`, `consumerSecret`. */
export function namesSecret(name: string): boolean {
  return secretNames.test(name.toLowerCase().replace(/[^a-z]/g, ''));
}

/**
 * Checks an address before it is fetched: whatever stands in a page, its readers can read.
 *
 * @param base resolves relative addresses, such as the document's `baseURI`
 * @throws KpiError `bad-address`; `secret-in-address` with the `parameter`, never its value
 */
export function checkAddress(address: string, base?: string): URL {
  if (!URL.canParse(address, base)) {
    throw new KpiError('bad-address', 'The address cannot be read. Expected an http(s) address.');
  }
  const url = new URL(address, base);
  if (url.username || url.password) throw secretIn('user information');
  const parameter = [...url.searchParams.keys()].find(namesSecret);
  if (parameter !== undefined) throw secretIn(parameter);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    const { protocol } = url;
    throw new KpiError(
      'bad-address',
      `Expected an http(s) address, found one with ${protocol}` +
        (protocol === 'file:' ? ' A page opened from a file can hold its data itself.' : ''),
      { protocol },
    );
  }
  url.hash = '';
  return url;
}

function secretIn(parameter: string): KpiError {
  return new KpiError(
    'secret-in-address',
    `The address holds a secret (${parameter}), which every reader of the page could use, and is not fetched. ` +
      'Let the shop’s own server hold the secret and answer the page, or set the request property to add a ' +
      'short-lived token.',
    { parameter },
  );
}
