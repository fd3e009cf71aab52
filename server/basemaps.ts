/**
 * Which addresses a page may fetch map tiles from: those of the basemaps that the programmes of its reader have set, and of
 * the reader's own. For these the app writes down in a cookie of this origin which addresses the person has entered, as
 * sources of a Content-Security-Policy (scheme, host and folder, or one file), and the page this browser is given admits
 * those and nothing else. So no tile passes through this server, which needs no way out, nobody else's page is opened
 * wider, and nothing is kept here. What is no plain address is left out.
 */
import { readdir } from 'node:fs/promises';
import { sourceOf } from '@tilth/domain/record/basemap';
import type { Asker, Store } from '@tilth/store/store';
import { programmesFor } from './ask.ts';
import { CONTENT_SECURITY_POLICY } from './headers.ts';

export const BASEMAP_COOKIE = 'tilth-basemaps';
const MOST = 8;
/** No quote, space, semicolon, comma or asterisk: nothing that could mean more than one address. */
const SOURCE =
  /^https?:\/\/[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::\d{1,5})?\/[A-Za-z0-9._~/%@+=-]{0,300}$/u;

/** The sources in the cookie's value, separated by spaces. */
export function basemapSources(cookie: string | undefined): readonly string[] {
  const all = (cookie ?? '').split(' ').filter((source) => SOURCE.test(source));
  return [...new Set(all)].slice(0, MOST);
}

/** The policy of every answer, with these sources to fetch map tiles from: never scripts, styles, frames or forms. */
export function policyWith(sources: readonly string[]): string {
  if (sources.length === 0) return CONTENT_SECURITY_POLICY;
  return CONTENT_SECURITY_POLICY.replace("connect-src 'self'", `connect-src 'self' ${sources.join(' ')}`);
}

/** Bytes that the sources of programmes may take of a header: what stands before a server takes 8 KB of all of them. */
const ROOM = 4_096;

/** The sources of the basemaps that the programmes this asker sees have set, as many as there is room for. */
export async function programmeSources(store: Store, asker: Asker): Promise<readonly string[]> {
  const programmes = await programmesFor(store, asker, undefined);
  const all = await Promise.all(programmes.map(({ id }) => store.basemaps(id)));
  const sources = all.flat().flatMap(({ address }) => {
    const found = sourceOf(address);
    return 'source' in found && found.source !== null && SOURCE.test(found.source) ? [found.source] : [];
  });
  let left = ROOM;
  return [...new Set(sources)].sort().filter((source) => {
    left -= source.length + 1;
    return left >= 0;
  });
}

/** The addresses of the PMTiles archives in a directory. Throws when there is no such directory. */
export async function heldArchives(directory: string | undefined): Promise<readonly string[]> {
  if (directory === undefined) return [];
  const names = await readdir(directory);
  return names
    .map((name) => `/basemaps/${name}`)
    .filter((address) => {
      const found = sourceOf(address);
      return 'source' in found && found.source === null;
    })
    .sort();
}
