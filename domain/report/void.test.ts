import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawing, fold, hazard, land, live } from './folded.testing.ts';
import { rectangle } from './squares.testing.ts';
import { decide, item, outline, person, report } from './worlds.testing.ts';

test('a void takes out the land it names from the outlines its author saw, and nothing reported later', () => {
  const r = hazard();
  const voided = (saw?: readonly { report: string; n: number }[]) =>
    decide(
      {
        act: 'void',
        of: { item: item(1), land: rectangle(0, 0), m2: 1 },
        evidence: 'wrong datum',
        ...(saw && { saw }),
      },
      { written: '2021-01-01T00:00:00.000Z' },
    );
  assert.equal(land(drawing([...live(r), voided()]).geometry), '1,0');
  const later = report({ date: '2022-01-01' }, outline(0, 0));
  assert.equal(land(drawing([...live(r), voided(), later]).geometry), '0,0 1,0');
  assert.equal(land(drawing([...live(r), voided([])]).geometry), '0,0 1,0');
  assert.equal(drawing([...live(r), voided()]).released.length, 0);
});

test('a voided item is void; a new report on it stands', () => {
  const voided = decide(
    { act: 'void', of: { item: item(1) }, evidence: 'entered twice' },
    { by: person(4), written: '2021-01-01T00:00:00.000Z' },
  );
  const log = [...live(hazard()), voided];
  assert.deepEqual(
    [fold(log)[0]?.standing, drawing(log).geometry, fold(log)[0]?.to_locate],
    ['void', null, undefined],
  );
  const later = report({ date: '2022-01-01' }, outline(3, 3));
  const again = fold([...log, later])[0];
  assert.deepEqual([again?.standing, land(again?.drawing?.geometry ?? null)], ['reported', '3,3']);
});
