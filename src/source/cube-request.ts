import type { CubeQuestion } from '../core/evaluate/cube-question.js';
import { remember } from '../core/remember.js';
import type { RequestHook } from './endpoint.js';

/** How a question is put: by its address alone, or by a hook that sends it as JSON. */
export interface CubeRequest {
  readonly address: string;
  readonly request: RequestHook | undefined;
}

/** Some servers, and what stands before them, refuse longer addresses. */
const longestAddress = 6000;

/**
 * Puts a question to an address: as query parameters beside those that it has; a long one by POST, as the same names in
 * JSON.
 *
 * @param address http(s), relative to `base` allowed; one that cannot be read is handed on for the request to refuse
 * @param request the page's own hook, which sees the request as it is sent
 * @param posts remembers hooks, so that the same question is the same request
 */
export function cubeRequest(
  address: string,
  base: string,
  question: CubeQuestion,
  request: RequestHook | undefined,
  posts: Map<string, RequestHook>,
): CubeRequest {
  if (!URL.canParse(address, base)) return { address, request };
  const url = new URL(address, base);
  const given = Object.entries(question).filter(([, value]: [string, string | readonly string[]]) => value.length > 0);
  for (const [name] of given) if (url.searchParams.has(name)) url.searchParams.delete(name);
  const plain = url.href;
  const asked = given.map(([name, value]) => `${name}=${written(String(value))}`);
  url.search = [url.search.slice(1), ...asked].filter(Boolean).join('&');
  if (url.href.length <= longestAddress) return { address: url.href, request };
  const body = JSON.stringify(question);
  return { address: plain, request: remember(posts, body, () => posting(body, request)) };
}

function posting(body: string, hook: RequestHook | undefined): RequestHook {
  const headers = (request: Request) => new Headers([...request.headers, ['content-type', 'application/json']]);
  return (request) => {
    const post = new Request(request, { method: 'POST', body, headers: headers(request) });
    return hook ? hook(post) : post;
  };
}

/** Lists, dates and zones stay readable. */
const written = (text: string): string => encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%2F', '/');
