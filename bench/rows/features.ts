/** Pages of 100 features, one after the other through 11,000 areas, over HTTP; beside other servers of OGC API Features. */
import { serve } from '@tilth/server/serve';
import { madeRows } from '../made-rows.ts';
import { openOffice, PROGRAMME } from '../office.ts';
import { makePeerTable, type OgcPeer, startOgcPeers } from '../ogc-peers.ts';
import type { Result } from '../result.ts';
import type { Row } from '../row.ts';
import { median, quantile, seconds } from '../times.ts';

const AREAS = 11_000;
const LIMIT = 100;
const TURNS = 3;
/** how many times as many pages a second as each peer (design §7) */
const AIMS: Readonly<Record<string, number>> = { pygeoapi: 5, tipg: 2 };

export const featuresRow: Row = {
  name: 'features',
  about: `a page of ${LIMIT} features of 11,000`,
  async run({ engine, overlay, scale, say }) {
    const office = await openOffice(engine, overlay);
    try {
      const areas = Math.round(AREAS * scale);
      say('filling the log');
      await office.fill(madeRows('areas', areas, office.asker.person ?? ''));
      const server = await serve(office.store, { host: '127.0.0.1', port: 0 });
      const { place } = office;
      const peers: OgcPeer[] = [];
      try {
        if ('url' in place) {
          await makePeerTable(place.url);
          await startOgcPeers(place.url, peers, say);
        }
        const ours = {
          name: 'Tilth',
          page: (limit: number) =>
            `${server.url}/ogc/collections/hazardous-area/items?programme=${PROGRAMME}&limit=${limit}`,
        };
        const all = new Map<string, number[]>();
        // turn by turn, so that what else the machine does falls on all
        for (let turn = 0; turn < TURNS; turn++) {
          for (const who of [...peers, ours]) {
            const took = all.get(who.name) ?? [];
            let next: string | undefined = who.page(LIMIT);
            for (let left = areas; left >= LIMIT; left -= LIMIT) {
              const address: string = next ?? '';
              took.push(1000 * (await seconds(async () => (next = await ask(address)))));
            }
            all.set(who.name, took);
          }
        }
        const mine = all.get('Tilth') ?? [];
        const found = (beside?: string): Result => ({
          row: 'features',
          engine,
          work: featuresRow.about,
          unit: 'ms',
          ours: median(mine),
          all: mine,
          ...(beside !== undefined && {
            peer: { what: beside, value: median(all.get(beside) ?? []) },
            aim: { ratio: 1 / (AIMS[beside] ?? 1) },
          }),
          note: `99th percentile ${quantile(mine, 0.99).toFixed(1)} ms${beside === undefined ? '' : `, theirs ${quantile(all.get(beside) ?? [], 0.99).toFixed(1)} ms`}; one asker, every page to the last`,
        });
        return peers.length === 0 ? [found()] : peers.map((p) => found(p.name));
      } finally {
        for (const peer of peers) await peer.stop();
        await server.close();
      }
    } finally {
      await office.remove();
    }
  },
};

/** Asks for a page, as it is and not compressed; where the next one is. */
async function ask(address: string): Promise<string | undefined> {
  const answer = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
  const page: Page = JSON.parse(await answer.text());
  if (page.features?.length !== LIMIT) throw new Error(`${address}: ${answer.status}`);
  return page.links?.find((l) => l.rel === 'next')?.href;
}

interface Page {
  readonly features?: readonly unknown[];
  readonly links?: readonly { readonly rel: string; readonly href: string }[];
}
