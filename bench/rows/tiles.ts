/** Vector tiles over HTTP: asked for the first time, asked for again, and asked whether they still hold. */
import { serve } from '@tilth/server/serve';
import { madeRows } from '../made-rows.ts';
import { openOffice, PROGRAMME } from '../office.ts';
import type { Row } from '../row.ts';
import { median, quantile, seconds } from '../times.ts';

const AREAS = 11_000;

export const tilesRow: Row = {
  name: 'tiles',
  about: 'a tile of 11,000 areas over HTTP',
  async run({ engine, overlay, scale, say }) {
    const office = await openOffice(engine, overlay);
    try {
      say('filling the log');
      await office.fill(madeRows('areas', Math.round(AREAS * scale), office.asker.person ?? ''));
      const server = await serve(office.store, { host: '127.0.0.1', port: 0 });
      try {
        const etags = new Map<string, string>();
        const ask = async (tile: string, again: boolean) => {
          const headers: Record<string, string> = { 'accept-encoding': 'gzip' };
          if (again) headers['if-none-match'] = etags.get(tile) ?? '';
          const answer = await fetch(
            `${server.url}/tiles/hazardous-area/${tile}.mvt?programme=${PROGRAMME}`,
            {
              headers,
            },
          );
          await answer.arrayBuffer();
          if (answer.status !== (again ? 304 : 200)) throw new Error(`${tile}: ${answer.status}`);
          etags.set(tile, answer.headers.get('etag') ?? '');
        };
        const round = async (again: boolean) => {
          const all: number[] = [];
          for (const tile of tilesAround()) all.push(1000 * (await seconds(() => ask(tile, again))));
          return all;
        };
        const [first, kept, unchanged] = [await round(false), await round(false), await round(true)];
        const found = (what: string, all: readonly number[]) => ({
          row: 'tiles',
          engine,
          unit: 'ms' as const,
          work: `${tilesRow.about}, ${what}`,
          ours: median(all),
          all,
          note: `99th percentile ${quantile(all, 0.99).toFixed(1)} ms; zooms 0 to 10`,
        });
        return [found('first', first), found('kept', kept), found('304', unchanged)];
      } finally {
        await server.close();
      }
    } finally {
      await office.remove();
    }
  },
};

/** Every tile of zooms 0 to 10 that the made areas lie in: `z/x/y`. */
function tilesAround(): readonly string[] {
  const tiles: string[] = [];
  const column = (longitude: number, n: number) => Math.floor(((longitude + 180) / 360) * n);
  const line = (latitude: number, n: number) => {
    const y = Math.asinh(Math.tan((latitude * Math.PI) / 180));
    return Math.floor(((1 - y / Math.PI) / 2) * n);
  };
  for (let z = 0; z <= 10; z++) {
    const n = 2 ** z;
    for (let x = column(-40, n); x <= column(-36, n); x++) {
      for (let y = line(-18, n); y <= line(-22, n); y++) tiles.push(`${z}/${x}/${y}`);
    }
  }
  return tiles;
}
