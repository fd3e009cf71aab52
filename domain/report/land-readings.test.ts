/** Totals over disputed values print their range (design, *The view*): what a hazard adds at least. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Kind } from '../record/kind.ts';
import { fold, hazardClass, land, live, says, shape, status } from './folded.testing.ts';
import { landReadings } from './land-readings.ts';
import type { Named } from './mentions.ts';
import { worlds } from './random-worlds.testing.ts';
import { squares, squaresOf } from './squares.testing.ts';
import type { ItemView } from './view.ts';
import { model, outline } from './worlds.testing.ts';

const kind = model.kinds.get('hazardous-area') as Kind;
const readings = (log: readonly Named[]) => landReadings(fold(log)[0] as ItemView, kind, squares);

test('of two outlines in dispute the smaller one is the least, beside what is drawn for other reasons', () => {
  const log = live(says('north', '2020-01-01', outline(0, 0, 3)), says('south', '2020-01-01', outline(1, 0)));
  assert.equal(land(readings(log).least), '1,0');
  const older = live(says('north', '2015-01-01', outline(5, 5)));
  assert.equal(land(readings([...older, ...log]).least), '1,0 5,5');
});

test('outlines that agree, follow each other or were chosen between leave no range', () => {
  const log = live(says('north', '2015-01-01', outline(0, 0)), says('south', '2020-01-01', outline(1, 0)));
  assert.equal(land(readings(log).least), '0,0 1,0');
});

test('a class in dispute is confirmed by some; a place of unknown extent adds nothing at least', () => {
  const disputed = live(
    says('n', '2020-01-01', hazardClass('sha')),
    says('s', '2020-01-01', hazardClass('cha')),
  );
  assert.equal(readings(disputed).confirmed, 'some');
  assert.equal(readings(live(says('n', '2020-01-01', hazardClass('cha')))).confirmed, 'all');
  assert.equal(readings(live(says('n', '2020-01-01', status('open')))).confirmed, 'none');
  const point = live(says('n', '2020-01-01', shape({ type: 'Point', coordinates: [0.5, 0.5] })));
  assert.equal(readings(point).least, null);
});

test('the least is never more than what is drawn, and is all of it where no outline is disputed', () => {
  fc.assert(
    fc.property(worlds(), (log) => {
      for (const view of fold(log)) {
        if (view.kind !== 'hazardous-area' || !/Polygon/.test(view.drawing?.geometry?.type ?? '')) continue;
        const drawn = squaresOf(view.drawing?.geometry ?? null);
        const least = squaresOf(landReadings(view, kind, squares).least);
        for (const s of least) assert.ok(drawn.has(s));
        const disputed = view.properties.some((p) => p.property === 'outline' && p.state === 'disputed');
        if (!disputed) assert.equal(least.size, drawn.size);
      }
    }),
    { numRuns: 1000 },
  );
});
