/** The token of a sign-in link, which stands after `#`; null: the address is no sign-in link, and what stands there a place of a page. */
export function tokenIn({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): string | null {
  return pathname === '/sign-in' && hash.length > 1 ? hash.slice(1) : null;
}
