/** What is near a place, where positions are not known exactly: asked from the rim of where they may be. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { destination } from '@tilth/domain/geometry/length';
import type { Claim, Entry, Position, Report } from '@tilth/domain/report/entry';
import fc from 'fast-check';
import { engines, removeDatabases } from '../databases.testing.ts';
import { prepare } from '../log.ts';
import { newId } from '../new-id.ts';
import { approve, PROGRAMME, report } from '../samples.testing.ts';
import type { Asker } from '../store.ts';
import { near } from './near.ts';
import { makeViewOffice, type ViewOffice } from './view.testing.ts';

after(removeDatabases);

const road: Position = [20, 10];

/** A danger so many metres east of the road, known to so many. */
function danger(by: string, kind: string, property: string, east: number, accuracy?: number): Report {
  const claim: Claim = {
    on: 0,
    property,
    value: {
      type: 'geometry',
      geometry: { type: 'Point', coordinates: destination(road, 90, east) },
      ...(accuracy !== undefined && { accuracy }),
    },
  };
  return report(by, `${kind} ${east}`, { items: [{ id: newId(), kind }], claims: [claim] });
}

for (const engine of engines)
  describe(engine, () => {
    let office: ViewOffice;
    let staff: Asker;
    const far = new Map<string, { east: number; accuracy: number }>();
    test('opens', async () => {
      office = await makeViewOffice(engine);
      staff = office.asker('administrator');
      const by = office.people.reviewer;
      const all: Report[] = [];
      for (const [kind, property] of [
        ['hazard-report', 'position'],
        ['hazardous-area', 'outline'],
        ['accident', 'position'],
      ] as const)
        for (const [east, accuracy] of [
          [0, 0],
          [432, 2_000],
          [1_601, 2_000],
          [1_601, 100],
          [700, 0],
          [9_000, 8_800],
        ] as const) {
          const one = danger(by, kind, property, east, accuracy === 0 ? undefined : accuracy);
          all.push(one);
          far.set(one.items[0]?.id ?? '', { east, accuracy });
        }
      const entries: Entry[] = [
        ...all,
        approve(
          by,
          all.map((r) => prepare(r).ref),
        ),
      ];
      await office.take(entries);
    });
    after(() => office?.db.close());

    test('a position is told from the rim of where it may be, and none that may be near is left out', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(0, 100, 500, 800, 1_500, 3_000),
          fc.constantFrom({}, { at: '2025-01-01' }),
          async (metres, times) => {
            const answer = await near(office.keeper, staff, {
              programme: PROGRAMME,
              geometry: { type: 'Point', coordinates: road },
              metres,
              ...times,
            });
            const found = answer.kinds.flatMap((k) => k.found);
            const may = [...far].filter(([, { east, accuracy }]) => east - accuracy <= metres);
            assert.deepEqual(found.map((f) => f.row.id).sort(), may.map(([id]) => id).sort());
            for (const { row, metres: told, accuracy } of found) {
              const known = far.get(row.id);
              assert.ok(known);
              assert.ok(told <= Math.max(0, known.east - known.accuracy));
              assert.equal(accuracy ?? 0, known.accuracy);
            }
          },
        ),
        { numRuns: 12 },
      );
    });
  });
