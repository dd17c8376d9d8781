import { executeServerCommand } from '@web/test-runner-commands';

/** What the server was asked, in order. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  /** Epoch ms. */
  readonly at: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a POST. */
  readonly body: string;
  readonly aborted: boolean;
}

/** The server that misbehaves on request, from a test in the browser. */
export interface Misbehaving {
  readonly other: string;
  /** An address that answers by these steps, each time another one. */
  address(steps: string): string;
  /** What an address was asked. */
  asked(address: string): Promise<readonly Asked[]>;
}

let addresses = 0;

export async function misbehavingServer(): Promise<Misbehaving> {
  const { url, other } = await executeServerCommand<{ url: string; other: string }, undefined>('misbehaving-server');
  const run = Math.random().toString(36).slice(2);
  return {
    other,
    address: (steps) => `${url}/${steps}/${run}-${++addresses}`,
    asked: async (address) => {
      const name = new URL(address).pathname.split('/').at(-1) ?? '';
      return (await (await fetch(`${url}/log/${name}`)).json()) as readonly Asked[];
    },
  };
}
