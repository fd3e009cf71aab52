/**
 * Who may knock. The Host must be one of our names, so that a hostile page that points its own name at this machine (DNS
 * rebinding) gets nothing; a write must come from our own pages (Origin), since a browser adds the cookie by itself.
 * The session cookie says who asks.
 */
import { problem } from '@tilth/domain/problem';
import type { Asker } from '@tilth/store/store';
import type { FastifyRequest } from 'fastify';
import { refuse } from './answer.ts';
import type { App, Context } from './route.ts';

/** Behind https with the prefix that keeps other hosts and plain http from setting it (RFC 6265bis, 4.1.3.2). */
export function sessionCookie(secure: boolean): string {
  return secure ? '__Host-tilth-session' : 'tilth-session';
}

const ANONYMOUS: Asker = { person: null, roles: new Map() };
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether the host a server is to listen on can only be reached from this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/u.test(host);
}

/** The name in a Host header, lower case and without port; null when it is not one. */
function hostName(header: string | undefined): string | null {
  const parts = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/u.exec((header ?? '').toLowerCase());
  return parts?.[1] ?? null;
}

/** `names`: what else this server is called, without port, as in the addresses people use. */
export function addDoorkeeper(app: App, { store, secure }: Context, names: readonly string[]): void {
  const allowed = new Set([...LOOPBACK, ...names.map((n) => n.toLowerCase())]);
  const cookie = sessionCookie(secure);
  const scheme = secure ? 'https' : 'http';
  app.addHook('onRequest', async (request) => {
    const name = hostName(request.headers.host);
    if (name === null || !allowed.has(name)) refuse(problem('host-not-allowed'));
    if (!READS.has(request.method) && request.headers.origin !== `${scheme}://${request.headers.host}`)
      refuse(problem('origin-not-allowed'));
    const token = request.cookies[cookie];
    const signedIn = token === undefined || token === '' ? null : await store.session(token);
    request.asker = signedIn ?? ANONYMOUS;
  });
}

/**
 * For routes that only people write to: refuses `not-signed-in` before the body is read, so that no stranger has bodies
 * of megabytes read and checked.
 */
export async function mustBeSomebody({ asker }: FastifyRequest): Promise<void> {
  if (asker.person === null) refuse(problem('not-signed-in'));
}
