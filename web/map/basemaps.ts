/**
 * Basemaps of the reader's own: pictures by an address with {z}, {x} and {y}, or a PMTiles archive by address or from a file
 * of this machine. Kept in this browser only. Which addresses the page may fetch from is written into a cookie of this
 * origin as a Content-Security-Policy takes it, and the server admits exactly those (server/basemaps.ts) when the page is
 * next loaded; the whole address, which may hold a key, is never sent to the server.
 */

export interface Basemap {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** who made it, as its licence asks: always shown with it */
  readonly attribution: string;
}

/** Why an address can't be used, as a word of `web.base.wrong`. */
export type Wrong = 'address' | 'tiles' | 'subdomains' | 'query';

const KEPT = 'tilth-basemaps';
const CHOSEN = 'tilth-basemap';
const COOKIE = 'tilth-basemaps';
export const MOST = 8;

export function isArchive(address: string): boolean {
  return /\.pmtiles$/i.test(address.split(/[?#]/)[0] ?? '');
}

/** The source that a policy has to admit for an address: its folder, or the one file. */
export function sourceOf(address: string): { readonly source: string } | { readonly wrong: Wrong } {
  if (/\{(s|switch:[^}]*|a-c)\}/.test(address)) return { wrong: 'subdomains' };
  const fixed = address.trim().split('{')[0] ?? '';
  let url: URL;
  try {
    url = new URL(fixed);
  } catch {
    return { wrong: 'address' };
  }
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '')
    return { wrong: 'address' };
  if (isArchive(address)) return { source: `${url.origin}${url.pathname}` };
  if (!['{z}', '{x}', '{y}'].every((part) => address.includes(part))) return { wrong: 'tiles' };
  // a policy knows no query: the numbers of the tile have to stand before it
  if (url.search !== '') return { wrong: 'query' };
  return { source: `${url.origin}${url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1)}` };
}

/** What was kept; what can't be read is left out. */
export function readKept(text: string | null): readonly Basemap[] {
  let all: unknown;
  try {
    all = JSON.parse(text ?? '[]');
  } catch {
    // written by something else than us: as if nothing was kept
    return [];
  }
  if (!Array.isArray(all)) return [];
  return all
    .filter(
      (b): b is Basemap =>
        typeof b === 'object' &&
        b !== null &&
        ['id', 'name', 'address', 'attribution'].every((k) => typeof b[k] === 'string') &&
        'source' in sourceOf(b.address),
    )
    .slice(0, MOST);
}

export function keptBasemaps(): readonly Basemap[] {
  return readKept(window.localStorage.getItem(KEPT));
}

/** Keeps these, and admits their addresses from the next load of the page on. */
export function keepBasemaps(all: readonly Basemap[]): void {
  window.localStorage.setItem(KEPT, JSON.stringify(all));
  const sources = all.flatMap(({ address }) => {
    const found = sourceOf(address);
    return 'source' in found ? [found.source] : [];
  });
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  const age = sources.length === 0 ? 0 : 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${COOKIE}=${encodeURIComponent(sources.join(' '))}; path=/; max-age=${age}; samesite=strict${secure}`;
}

/** The id of the basemap in use; null for none. */
export function chosenBasemap(): string | null {
  return window.localStorage.getItem(CHOSEN);
}

export function chooseBasemap(id: string | null): void {
  if (id === null) window.localStorage.removeItem(CHOSEN);
  else window.localStorage.setItem(CHOSEN, id);
}
