/** Which methods an address takes: so that asking it in another way is 405 with those, not 404 (RFC 9110, 15.5.6). */
import type { RouteOptions } from 'fastify';

export interface Address {
  readonly pattern: RegExp;
  readonly methods: readonly string[];
}

/** Of a route as Fastify names it: `:name` is one part of a path. The page's own wildcard takes no part. */
export function addressOf({ url, method }: Pick<RouteOptions, 'url' | 'method'>): Address {
  const text = url.replaceAll(/[.\\+?^${}()|[\]]/gu, '\\$&').replaceAll(/:\w+/gu, '[^/]+');
  return { pattern: url.includes('*') ? /(?!)/u : new RegExp(`^${text}$`, 'u'), methods: [method].flat() };
}

/** Sorted; empty where nothing is at the path. */
export function methodsOf(addresses: readonly Address[], path: string): readonly string[] {
  const found = addresses.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods);
  return [...new Set(found)].sort();
}
