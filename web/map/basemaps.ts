/**
 * Basemaps of the reader's own: pictures by an address with {z}, {x} and {y}, or a PMTiles archive by address or from a file
 * of this machine. Kept in this browser only. Which addresses the page may fetch from is written into a cookie of this
 * origin as a Content-Security-Policy takes it, and the server admits exactly those (server/basemaps.ts) when the page is
 * next loaded; the whole address, which may hold a key, is never sent to the server.
 */
import { type Basemap, sourceOf as sourceOfPlain } from '@tilth/domain/record/basemap';

const KEPT = 'tilth-basemaps';
const CHOSEN = 'tilth-basemap';
const COOKIE = 'tilth-basemaps';
export const MOST = 8;

/** As `domain` has it, of an address as people type it: the letters of other scripts as a request writes them. */
export function sourceOf(address: string): ReturnType<typeof sourceOfPlain> {
  const [fixed = '', ...rest] = address.trim().split('{');
  const plain = URL.canParse(fixed) ? new URL(fixed).href : fixed;
  return sourceOfPlain([plain, ...rest].join('{'));
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
    return 'source' in found && found.source !== null ? [found.source] : [];
  });
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  const age = sources.length === 0 ? 0 : 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${COOKIE}=${encodeURIComponent(sources.join(' '))}; path=/; max-age=${age}; samesite=strict${secure}`;
}

const NONE = 'none';

/** The id of the basemap in use; null for none; undefined: nothing was ever chosen. */
export function chosenBasemap(): string | null | undefined {
  const chosen = window.localStorage.getItem(CHOSEN);
  return chosen === NONE ? null : (chosen ?? undefined);
}

export function chooseBasemap(id: string | null): void {
  window.localStorage.setItem(CHOSEN, id ?? NONE);
}
