/** Rows for the store, as an importer would hand them over: invented records in the open ocean, the same every time. */
import { createHash } from 'node:crypto';
import type { RowDraft } from '@tilth/domain/report/draft';
import type { Claim, Geometry, Id, Position } from '@tilth/domain/report/entry';
import { type Chance, chance } from '@tilth/fixtures/orlia/chance';
import { PROGRAMME, SOURCE } from './office.ts';

type Made = readonly [kind: string, claims: readonly Omit<Claim, 'on'>[]];

const when = (day: string) => ({ type: 'date', span: { from: day, to: day } }) as const;
const code = (of: string) => ({ type: 'code', code: of }) as const;
const text = (of: string) => ({ type: 'text', text: of }) as const;
const link = (kind: string, id: string) => ({ type: 'link', key: { kind, id } }) as const;

/** A ring of 8 to 40 corners around a point, some hundred metres wide; never crossing itself. */
function outline({ whole, between }: Chance, [lon, lat]: Position): Geometry {
  const corners = whole(8, 40);
  const ring: Position[] = [];
  for (let i = 0; i < corners; i++) {
    const angle = (i / corners) * 2 * Math.PI;
    const radius = between(0.0008, 0.002);
    ring.push([round(lon + radius * Math.cos(angle)), round(lat + radius * Math.sin(angle))]);
  }
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] };
}

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
const place = ({ between }: Chance): Position => [round(between(-40, -36)), round(between(-22, -18))];
const day = ({ whole }: Chance) =>
  `${whole(2005, 2023)}-${String(whole(1, 12)).padStart(2, '0')}-${String(whole(1, 28)).padStart(2, '0')}`;

function area(by: Chance, n: number): Made {
  const { pick, hits } = by;
  return [
    'hazardous-area',
    [
      { property: 'local_id', value: text(`HA-${n}`) },
      { property: 'name', value: text(`Area ${n}`) },
      { property: 'hazard_class', value: code(hits(0.6) ? 'sha' : 'cha') },
      { property: 'outline', value: { type: 'geometry', geometry: outline(by, place(by)) } },
      { property: 'identified_on', value: when(day(by)) },
      { property: 'place', value: link('place', pick(['P1', 'P2', 'P3'])) },
    ],
  ];
}

/** Ten claims on an event at a point. */
function accident(by: Chance, n: number): Made {
  const { whole, pick } = by;
  const [killed, injured] = [whole(0, 3), whole(0, 4)];
  const position: Geometry = { type: 'Point', coordinates: place(by) };
  return [
    'accident',
    [
      { property: 'local_id', value: text(`AC-${n}`) },
      { property: 'position', value: { type: 'geometry', geometry: position } },
      { property: 'occurred', value: when(day(by)) },
      { property: 'accident_type', value: code(pick(['mine', 'uxo-axo'])) },
      { property: 'killed', value: { type: 'number', number: killed } },
      { property: 'injured', value: { type: 'number', number: injured } },
      { property: 'casualties', value: { type: 'number', number: killed + injured } },
      { property: 'place', value: link('place', `P${whole(1, 400)}`) },
      { property: 'area_type', value: code(pick(['rural', 'urban'])) },
      { property: 'time_of_day', value: text(pick(['morning', 'noon', 'evening'])) },
    ],
  ];
}

/** A UUIDv8 that is the same every time. */
function idOf(...parts: readonly (string | number)[]): Id {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** One report of one item. `from` numbers them on, so that later ones are others. */
export function* madeRows(
  what: 'areas' | 'accidents',
  rows: number,
  by: Id,
  from = 0,
): Generator<Extract<RowDraft, { key: unknown }>> {
  const seeded = chance(what, from);
  for (let n = from; n < from + rows; n++) {
    const [kind, claims] = what === 'areas' ? area(seeded, n) : accident(seeded, n);
    const report = {
      type: 'report',
      id: idOf('report', what, n),
      programme: PROGRAMME,
      form: 'bench',
      form_version: '1',
      date: '2024-01-31',
      when: { from: null, to: '2024-01-31' },
      by,
      written: '2024-02-01T08:00:00.000Z',
      source: { name: SOURCE },
      items: [{ id: idOf('item', what, n), kind }],
      claims: claims.map((c) => ({ on: 0, ...c })),
    } as const;
    yield {
      row: n + 2,
      key: { identity: idOf('row', what, n), content: 'once', place: 0 },
      drafts: [{ report, personal: [] }],
      repairs: [],
      notices: [],
    };
  }
}
