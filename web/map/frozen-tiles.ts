/**
 * Tiles that were kept with an issued report, handed to the map under a scheme of our own: what they show is what was sent,
 * whatever the record says now.
 */
import type { SheetMap } from '@tilth/domain/products/sheet-map';
import { addProtocol } from 'maplibre-gl';
import type { Frozen } from './style.ts';

const SCHEME = 'tilth-issued';
const kept = new Map<string, ReadonlyMap<string, string>>();

const keyOf = (kind: string, gathered: boolean, x: number, y: number) =>
  `${kind}/${gathered ? 'gathered' : 'apart'}/${x}/${y}`;

/** Makes the tiles known under a name, and says to the style where they are. */
export function frozenTiles(name: string, { tiles, level }: SheetMap): Frozen {
  if (kept.size === 0) addProtocol(SCHEME, answer);
  kept.set(name, new Map(tiles.map((t) => [keyOf(t.kind, t.gathered, t.x, t.y), t.bytes])));
  return {
    level,
    tiles: (kind, gathered) => `${SCHEME}://${name}/${kind}/${gathered ? 'gathered' : 'apart'}/{z}/{x}/{y}`,
  };
}

async function answer({ url }: { readonly url: string }): Promise<{ data: ArrayBuffer }> {
  const [, name = '', kind = '', how, x, y] =
    /^[a-z-]+:\/\/([^/]+)\/([^/]+)\/(gathered|apart)\/\d+\/(\d+)\/(\d+)$/.exec(url) ?? [];
  const bytes = kept.get(name)?.get(keyOf(kind, how === 'gathered', Number(x), Number(y)));
  // where nothing was drawn nothing was kept
  return { data: Uint8Array.from(atob(bytes ?? ''), (c) => c.charCodeAt(0)).buffer };
}

export function forgetTiles(name: string): void {
  kept.delete(name);
}
