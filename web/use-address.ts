/** The address bar as React state: one place to read it, one function to go elsewhere. */
import { useSyncExternalStore } from 'react';
import { type Address, readAddress, writeAddress } from './address.ts';

const listeners = new Set<() => void>();
let search = window.location.search;
let current = readAddress(search);

function reread(): void {
  if (window.location.search === search) return;
  search = window.location.search;
  current = readAddress(search);
  for (const tell of listeners) tell();
}

window.addEventListener('popstate', reread);

export function useAddress(): Address {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => current,
  );
}

/** What stands in the address now, for handlers that outlive a rendering. */
export function addressNow(): Address {
  return current;
}

/** The present address with `change` applied; what was being done about one item is not done about another. */
function changed(change: Partial<Address>): Address {
  return { ...current, ...('item' in change ? { part: null } : {}), ...change };
}

/** Goes to the present address with `change` applied. `replace`: no new entry in the history (panning the map), and
 * still at the same place of the page. */
export function go(change: Partial<Address>, options: { replace?: boolean } = {}): void {
  const to = `${window.location.pathname}${writeAddress(changed(change))}`;
  if (options.replace) window.history.replaceState(null, '', `${to}${window.location.hash}`);
  else if (to !== `${window.location.pathname}${window.location.search}`)
    window.history.pushState(null, '', to);
  reread();
}

/** The address of a change, for links that can be opened elsewhere. */
export function hrefOf(change: Partial<Address>): string {
  return `/${writeAddress(changed(change))}`;
}
