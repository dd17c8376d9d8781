/** From the frame: how high its content is, px. `nonce` is what the parent has said, once it has. */
export interface HeightMessage {
  readonly source: 'kpi-elements';
  readonly version: 1;
  readonly type: 'height';
  readonly id: string;
  readonly height: number;
  readonly nonce?: string;
}

/** From the parent: it listens, and knows the frame by these. */
export interface HelloMessage {
  readonly source: 'kpi-elements';
  readonly version: 1;
  readonly type: 'hello';
  readonly id: string;
  readonly nonce: string;
}

/** No widget is higher, px: what asks for more grows for another reason. */
export const highest = 5000;

export const heightMessage = (id: string, height: number, nonce: string | undefined): HeightMessage => ({
  source: 'kpi-elements',
  version: 1,
  type: 'height',
  id,
  height,
  ...(nonce === undefined ? {} : { nonce }),
});

export const helloMessage = (id: string, nonce: string): HelloMessage => ({
  source: 'kpi-elements',
  version: 1,
  type: 'hello',
  id,
  nonce,
});

/** A posted message if it is a height, as far as its shape goes; anyone may have sent it. */
export function readHeight(data: unknown): HeightMessage | undefined {
  if (!isOurs(data, 'height')) return undefined;
  const { height, nonce } = data;
  const isHeight = typeof height === 'number' && height > 0 && Number.isFinite(height);
  return isHeight && (nonce === undefined || isName(nonce)) ? (data as unknown as HeightMessage) : undefined;
}

/** A posted message if it is a hello, as far as its shape goes; anyone may have sent it. */
export function readHello(data: unknown): HelloMessage | undefined {
  return isOurs(data, 'hello') && isName(data.nonce) && data.nonce !== ''
    ? (data as unknown as HelloMessage)
    : undefined;
}

function isOurs(data: unknown, type: string): data is Record<string, unknown> {
  if (typeof data !== 'object' || data === null) return false;
  const message = data as Record<string, unknown>;
  return message.source === 'kpi-elements' && message.version === 1 && message.type === type && isName(message.id);
}

const isName = (value: unknown) => typeof value === 'string' && value.length <= 100;
