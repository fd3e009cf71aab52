/** Listens. Only on this machine, unless whoever starts it says in so many words that it may be reached from outside. */
import { fileURLToPath } from 'node:url';
import { problem, Refusal } from '@tilth/domain/problem';
import type { Store } from '@tilth/store/store';
import words from '@tilth/words/en.json' with { type: 'json' };
import { type AppOptions, buildApp } from './app.ts';
import { isLoopback } from './doorkeeper.ts';

export interface ServeOptions {
  readonly host: string;
  /** 0: any free one */
  readonly port: number;
  /** the address people use when a proxy stands before it (https://…): decides cookies and links */
  readonly base?: string;
  readonly names?: readonly string[];
  /** full rights are not built yet; without this any host but loopback is refused */
  readonly openToNetworkWithoutFullRights?: boolean;
  /** directory of another built web page than this checkout's own */
  readonly webRoot?: string;
  readonly basemaps?: AppOptions['basemaps'];
  readonly imports?: AppOptions['imports'];
  readonly log?: AppOptions['log'];
}

/** Milliseconds that a request under way has left when the server closes: some megabytes on a thin line. */
const GRACE = 5000;

/** The built web page of this checkout. */
export const WEB_ROOT = fileURLToPath(new URL('../web/dist', import.meta.url));

/**
 * Starts listening; `url` is where. Refusals `host-not-loopback`, `port-in-use`. `close` takes no new connections, answers
 * the requests under way, cuts those that take longer than `GRACE`, and leaves the store open.
 */
export async function serve(
  store: Store,
  options: ServeOptions,
): Promise<{ url: string; close: () => Promise<void> }> {
  const { host } = options;
  if (!isLoopback(host) && options.openToNetworkWithoutFullRights !== true)
    throw new Refusal(problem('host-not-loopback', { host }));
  const named = host.includes(':') ? `[${host}]` : host;
  const port = options.port === 0 ? await freePort(host) : options.port;
  const url = `http://${named}:${port}`;
  const app = buildApp({
    store,
    words,
    webRoot: options.webRoot ?? WEB_ROOT,
    base: options.base ?? url,
    ...(options.names === undefined ? {} : { names: options.names }),
    ...(options.basemaps === undefined ? {} : { basemaps: options.basemaps }),
    ...(options.imports === undefined ? {} : { imports: options.imports }),
    ...(options.log === undefined ? {} : { log: options.log }),
  });
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new Refusal(problem('port-in-use', { host, port }), { cause: error });
    throw error;
  }
  return {
    url,
    async close() {
      const cut = setTimeout(() => app.server.closeAllConnections(), GRACE);
      try {
        await app.close();
      } finally {
        clearTimeout(cut);
      }
    },
  };
}

/** A port nobody listens on just now. */
async function freePort(host: string): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
