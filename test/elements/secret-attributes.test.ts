import { expect, it } from 'vitest';
import { refuseSecrets } from '../../src/elements/secret-attributes.js';

const element = (...names: string[]) => ({ getAttributeNames: () => names }) as unknown as Element;

it.each([
  'token',
  'access-token',
  'data-kpi-token',
  'api-key',
  'apikey',
  'access-key',
  'data-kpi-accesskey',
  'x-api-key',
  'password',
  'passwd',
  'client-secret',
  'consumer_secret',
  'private-key',
  'authorization',
  'credentials',
])('refuses %s', (name) => {
  expect(() => refuseSecrets(element('kpi', name))).toThrow(
    expect.objectContaining({ code: 'secret-in-address', details: { parameter: name } }) as Error,
  );
});

it('lets every attribute of the widgets pass', () => {
  const names = [
    'kpi',
    'src',
    'map',
    'target',
    'time-zone',
    'refresh-every',
    'class',
    'id',
    'data-secretary',
    'key',
    'accesskey',
  ];
  expect(() => refuseSecrets(element(...names))).not.toThrow();
});
