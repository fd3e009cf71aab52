/** What the map draws of 11,000 areas: today's, and at days and numbers nobody has asked for before. */
import { madeRows } from '../made-rows.ts';
import { openOffice, PROGRAMME } from '../office.ts';
import type { Row } from '../row.ts';
import { median, seconds } from '../times.ts';

const AREAS = 11_000;
const TURNS = 5;
/** half a pixel of the whole map on a screen */
const LEAST = 0.1;

export const mapRow: Row = {
  name: 'map',
  about: 'the map of 11,000 areas',
  async run({ engine, overlay, scale, say }) {
    const office = await openOffice(engine, overlay);
    const { store, asker } = office;
    try {
      const areas = Math.round(AREAS * scale);
      say(`filling the log with ${areas} areas`);
      await office.fill(madeRows('areas', areas, asker.person ?? ''));
      const ask = {
        programme: PROGRAMME,
        kind: 'hazardous-area',
        bbox: [-180, -85, 180, 85] as const,
        least: LEAST,
      };
      const { number } = await store.stamp(asker, PROGRAMME);
      const times = async (of: (turn: number) => object) => {
        const all: number[] = [];
        for (let turn = 0; turn < TURNS; turn++) {
          all.push(await seconds(() => store.tileRows(asker, { ...ask, ...of(turn) })));
        }
        return all;
      };
      say('drawing');
      const today = await times(() => ({}));
      const other = await times((turn) => ({ at: `2024-03-0${turn + 1}`, known: number - turn }));
      const about = { row: 'map', engine, unit: 's' } as const;
      const aim = { most: engine === 'pglite' ? 4 : 2 };
      return [
        { ...about, work: `${mapRow.about}, today`, ours: median(today), all: today },
        {
          ...about,
          work: `${mapRow.about}, at another day and number`,
          ours: median(other),
          all: other,
          aim,
        },
      ];
    } finally {
      await office.remove();
    }
  },
};
