/**
 * The script of a page that holds frames of embed.html: makes each as high as its content.
 *
 * A height counts only from the window of one of the page's own frames, from the origin that the frame's address
 * names, and in the known shape. A sandboxed frame has an opaque origin that says nothing: it must also repeat the
 * nonce that it was told.
 */
import { helloMessage, highest, readHeight } from './frame-message.js';

const nonces = new WeakMap<HTMLIFrameElement, string>();

addEventListener('message', ({ data, source, origin }: MessageEvent<unknown>) => {
  const message = readHeight(data);
  const frame = message && widgetFrames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || (origin !== 'null' && origin !== originOf(frame))) return;
  if (message.nonce === undefined) greet(frame, message.id, origin);
  if (origin === 'null' && message.nonce !== nonces.get(frame)) return;
  frame.style.height = `${Math.min(message.height, highest) + edges(frame)}px`;
});

// Frames that were there first have spoken to nobody. One that is still blank will speak.
for (const frame of widgetFrames()) {
  if (frame.contentDocument?.URL !== 'about:blank') greet(frame, settingsOf(frame).get('id') ?? '', originOf(frame));
}

/** The page's frames that show a widget. */
function widgetFrames(): HTMLIFrameElement[] {
  return [...document.querySelectorAll('iframe')].filter((frame) => settingsOf(frame).has('element'));
}

/** Says what the frame is to repeat. Only the named origin may hear it, where there is one. */
function greet(frame: HTMLIFrameElement, id: string, origin: string): void {
  const nonce = nonces.get(frame) ?? crypto.getRandomValues(new Uint32Array(4)).join('-');
  nonces.set(frame, nonce);
  frame.contentWindow?.postMessage(helloMessage(id, nonce), origin === 'null' ? '*' : origin);
}

function settingsOf({ src }: HTMLIFrameElement): URLSearchParams {
  return new URLSearchParams(URL.canParse(src) ? new URL(src).hash.slice(1) : '');
}

/** `null` where the frame is sandboxed without an origin of its own, as in the events that it sends. */
function originOf(frame: HTMLIFrameElement): string {
  const opaque = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  return opaque ? 'null' : new URL(frame.src).origin;
}

/** What the frame's border takes of its height, px. */
function edges(frame: HTMLIFrameElement): number {
  return getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
}
