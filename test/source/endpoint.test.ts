import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askEndpoint } from '../../src/source/endpoint.js';
import type { RequestHook } from '../../src/source/endpoint.js';

const address = new URL('https://shop.example/orders.json?shop=7');
const signal = new AbortController().signal;
const answering = (answer: () => Response | Promise<Response>) => {
  const fake = vi.fn((_request: Request, _options?: RequestInit) => Promise.resolve().then(answer));
  vi.stubGlobal('fetch', fake);
  return fake;
};
const never = () => new Promise<never>(() => undefined);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('one request', () => {
  test('is a GET that keeps cookies to the page’s own origin', async () => {
    const fetch = answering(() => new Response('[]'));
    const response = await askEndpoint(address, { signal });
    expect(await response.text()).toBe('[]');
    const [[request]] = fetch.mock.calls as [[Request]];
    expect(request).toMatchObject({ method: 'GET', url: address.href, credentials: 'same-origin' });
    expect(request.headers.get('accept')).toMatch(/^application\/json,/);
  });

  test('keeps the answer’s status and headers', async () => {
    answering(() => new Response('a', { status: 203, headers: { etag: '"7"' } }));
    const response = await askEndpoint(address, { signal });
    expect([response.status, response.headers.get('etag')]).toEqual([203, '"7"']);
    await response.text();
  });

  test('an answer without a body', async () => {
    answering(() => new Response(null, { status: 204 }));
    expect((await askEndpoint(address, { signal })).body).toBeNull();
  });

  test.each([
    [301, 'bad-answer'],
    [400, 'bad-answer'],
    [404, 'bad-answer'],
    [500, 'bad-answer'],
    [401, 'denied'],
    [403, 'denied'],
    [429, 'busy'],
  ])('status %d is named: %s', async (status, code) => {
    answering(() => new Response('<html>', { status }));
    await expect(askEndpoint(address, { signal })).rejects.toMatchObject({
      code,
      details: { status, address: 'https://shop.example/orders.json' },
    });
  });

  test('a pause that is asked for is told', async () => {
    answering(() => new Response('', { status: 503, headers: { 'retry-after': '120' } }));
    await expect(askEndpoint(address, { signal })).rejects.toMatchObject({ details: { retryAfter: '120' } });
  });

  test.each([
    [undefined, 'default'],
    [true, 'no-cache'],
  ])('fresh: %j takes the cache mode %s', async (fresh, cache) => {
    const fetch = answering(() => new Response(null));
    await askEndpoint(address, { signal, ...(fresh && { fresh }) });
    expect(fetch.mock.calls[0]![0].cache).toBe(cache);
  });

  test('a network failure is unreachable', async () => {
    answering(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(askEndpoint(address, { signal })).rejects.toMatchObject({
      code: 'unreachable',
      details: { reason: 'Failed to fetch' },
    });
  });

  test('a failure in the middle of the body is unreachable', async () => {
    answering(() => {
      let pulls = 0;
      return new Response(
        new ReadableStream({
          pull: (body) => (pulls++ ? body.error(new TypeError('network error')) : body.enqueue(new Uint8Array(1))),
        }),
      );
    });
    const response = await askEndpoint(address, { signal });
    await expect(response.text()).rejects.toMatchObject({ code: 'unreachable', details: { reason: 'network error' } });
  });
});

describe('the hook', () => {
  test('adds a token', async () => {
    const fetch = answering(() => new Response('[]'));
    const request: RequestHook = (asked) =>
      new Request(asked, { headers: { authorization: 'Bearer 1' }, credentials: 'include' });
    await (await askEndpoint(address, { signal, request })).text();
    const [[sent]] = fetch.mock.calls as [[Request]];
    expect([sent.headers.get('authorization'), sent.credentials]).toEqual(['Bearer 1', 'include']);
  });

  test('answers itself', async () => {
    const fetch = answering(() => new Response('network'));
    const response = await askEndpoint(address, { signal, request: () => Promise.resolve(new Response('hook')) });
    expect(await response.text()).toBe('hook');
    expect(fetch).not.toHaveBeenCalled();
  });

  test('fails', async () => {
    const request = () => Promise.reject(new Error('no session'));
    await expect(askEndpoint(address, { signal, request })).rejects.toMatchObject({
      code: 'hook-failed',
      message: expect.stringContaining('https://shop.example/orders.json: no session'),
      details: { reason: 'no session', address: 'https://shop.example/orders.json' },
    });
  });

  test.each([[undefined], [null], ['https://shop.example/'], [{ ok: true }]])(
    'returns %j, which is neither a request nor an answer',
    async (returned) => {
      const fetch = answering(() => new Response('network'));
      await expect(askEndpoint(address, { signal, request: () => returned as never })).rejects.toMatchObject({
        code: 'hook-failed',
        details: { reason: 'it returned neither a Request nor a Response' },
      });
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  test('is called for every attempt', async () => {
    answering(() => new Response('[]'));
    const request = vi.fn((asked: Request) => asked);
    for (let attempt = 0; attempt < 2; attempt++) await (await askEndpoint(address, { signal, request })).text();
    expect(request).toHaveBeenCalledTimes(2);
  });
});

describe('silence', () => {
  const timeout = { code: 'timeout', details: { seconds: 15 } };
  const ofHook = {
    message: 'https://shop.example/orders.json: the request hook was silent for 15 s.',
    details: { seconds: 15, instead: 'hook' },
  };

  test.each<[string, RequestHook | undefined, object]>([
    ['the endpoint', undefined, { message: 'https://shop.example/orders.json was silent for 15 s.' }],
    [
      'the endpoint behind a hook',
      (asked) => asked,
      { message: 'https://shop.example/orders.json was silent for 15 s.' },
    ],
    ['the hook', never, ofHook],
  ])('of %s ends after 15 s, and is told as such', async (_, request, told) => {
    const fetch = answering(never);
    const asked = askEndpoint(address, { signal, request });
    const outcome = expect(asked).rejects.toMatchObject({ ...timeout, ...told });
    await vi.advanceTimersByTimeAsync(15_000);
    await outcome;
    if (!request) expect(fetch.mock.calls[0]![1]!.signal!.aborted).toBe(true);
  });

  test('is counted from the last piece: a slow body is read to its end', async () => {
    let left = 4;
    answering(
      () =>
        new Response(
          new ReadableStream(
            {
              async pull(body) {
                await new Promise((resolve) => setTimeout(resolve, 10_000));
                if (left--) body.enqueue(new TextEncoder().encode('x'));
                else body.close();
              },
            },
            { highWaterMark: 0 },
          ),
        ),
    );
    const text = askEndpoint(address, { signal }).then((response) => response.text());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await text).toBe('xxxx');
  });

  test('is not counted while nobody reads', async () => {
    const fetch = answering(() => new Response(new ReadableStream({ pull: never })));
    await askEndpoint(address, { signal });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(fetch.mock.calls[0]![1]!.signal!.aborted).toBe(false);
  });

  test('inside the body ends after 15 s', async () => {
    answering(() => new Response(new ReadableStream({ pull: never })));
    const text = askEndpoint(address, { signal }).then((response) => response.text());
    const outcome = expect(text).rejects.toMatchObject(timeout);
    await vi.advanceTimersByTimeAsync(15_000);
    await outcome;
  });
});

describe('an abort', () => {
  test('ends the request with its reason', async () => {
    const control = new AbortController();
    answering(never);
    const asked = askEndpoint(address, { signal: control.signal });
    control.abort(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
  });

  test('ends the reading of the body with its reason', async () => {
    const control = new AbortController();
    answering(() => new Response(new ReadableStream({ pull: never })));
    const response = await askEndpoint(address, { signal: control.signal });
    const text = response.text();
    control.abort(new Error('gone'));
    await expect(text).rejects.toThrow('gone');
  });
});
