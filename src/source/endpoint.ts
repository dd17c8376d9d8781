import { KpiError } from '../core/error.js';
import type { KpiErrorCode } from '../core/error.js';
import { plainAddress } from './plain-address.js';

/** Called for every attempt: a host adds a short-lived token, or answers itself. */
export type RequestHook = (request: Request) => Request | Response | Promise<Request | Response>;

export interface Call {
  /** Stops the request, and the reading of its answer, with the signal's reason. */
  readonly signal: AbortSignal;
  readonly request?: RequestHook | undefined;
  /** Whether a stored answer has to be shown to the server first, which may say that it still holds (ETag, 304). */
  readonly fresh?: boolean;
  /** How long to wait for the hook, for the answer, and then for each further piece of it, in milliseconds. */
  readonly patience?: number;
}

/**
 * Asks an endpoint once. Cookies go to the page's own origin only, unless the hook says otherwise.
 *
 * @returns an answer with status 2xx, whose body fails with the same errors
 * @throws KpiError `unreachable` or `timeout`, of the endpoint or of the hook; `hook-failed` where the hook throws, or returns neither; `denied`, `busy`
 *   or `bad-answer` with the `status`, and the header `retryAfter`
 */
export async function askEndpoint(
  address: URL,
  { signal, request, fresh = false, patience = 15_000 }: Call,
): Promise<Response> {
  const silence = new AbortController();
  const either = AbortSignal.any([signal, silence.signal]);
  const shown = plainAddress(address);
  const inTime = <Value>(work: Promise<Value>, instead?: 'hook'): Promise<Value> => {
    const timer = setTimeout(() => silence.abort(timeout(shown, patience, instead)), patience);
    return orAborted(work, either).finally(() => clearTimeout(timer));
  };
  const unlessAborted = (cause: unknown): unknown => {
    if (either.aborted) return either.reason;
    return cause instanceof KpiError ? cause : unreachable(shown, cause);
  };

  const asked = new Request(address, {
    signal: either,
    credentials: 'same-origin',
    cache: fresh ? 'no-cache' : 'default',
    headers: { accept: 'application/json, application/x-ndjson, text/csv;q=0.9, */*;q=0.1' },
  });
  const answered = async (): Promise<Response> => {
    const answer = request ? await inTime(hooked(request, asked, shown), 'hook') : asked;
    // Looked up at each call: hosts put their own fetch in its place.
    return 'ok' in answer ? answer : inTime(fetch(answer, { signal: asked.signal }));
  };
  const response = await answered().catch((cause: unknown) => {
    throw unlessAborted(cause);
  });
  if (!response.ok) {
    void response.body?.cancel().catch(() => undefined);
    throw refusal(shown, response);
  }
  // Of an answer that may have no body no other can be made with one.
  if (!response.body || response.status === 204) return response;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await inTime(reader.read());
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (cause) {
          controller.error(unlessAborted(cause));
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, response);
}

/** What the page's hook makes of a request. @throws KpiError `hook-failed` */
async function hooked(hook: RequestHook, request: Request, address: string): Promise<Request | Response> {
  let reason = 'it returned neither a Request nor a Response';
  try {
    const answer = await hook(request);
    // By what it has, not by class: it may come from another window.
    if ('headers' in Object(answer)) return answer;
  } catch (cause) {
    reason = reasonOf(cause);
  }
  throw new KpiError('hook-failed', `The request hook failed for ${address}: ${reason}.`, { address, reason });
}

/** The work's outcome, or the signal's reason: a hook need not listen to the signal. */
function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

const named: Readonly<Partial<Record<number, KpiErrorCode>>> = { 401: 'denied', 403: 'denied', 429: 'busy' };

function refusal(address: string, { status, headers }: Response): KpiError {
  const details = { address, status, retryAfter: headers.get('retry-after') };
  return new KpiError(named[status] ?? 'bad-answer', `${address} answered with status ${status}.`, details);
}

function timeout(address: string, patience: number, instead: 'hook' | undefined): KpiError {
  const seconds = patience / 1000;
  return new KpiError('timeout', `${address}${instead ? ': the request hook' : ''} was silent for ${seconds} s.`, {
    ...{ address, seconds, instead },
  });
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

function unreachable(address: string, cause: unknown): KpiError {
  const reason = reasonOf(cause);
  return new KpiError(
    'unreachable',
    `${address} could not be reached (${reason}): it is offline, blocked, or does not allow this page's origin (CORS).`,
    { address, reason },
  );
}
