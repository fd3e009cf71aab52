import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedForKinds, drawnKinds, gatheredKinds, isPlacedFor, pointKinds } from './drawn.ts';
import type { Kind, Sensitivity } from './kind.ts';
import { builtIn } from './kinds.ts';

test('whatever stands for danger or for land that was released is drawn without being asked for', () => {
  for (const kind of builtIn.kinds.values())
    if (kind.drawing !== 'plain') {
      assert.ok(
        drawnKinds.some((k) => k === kind.name),
        kind.name,
      );
      assert.ok(!askedForKinds.some((k) => k === kind.name), kind.name);
    }
});

test('no hazard and no report of one is gathered into a count', () => {
  assert.ok(!gatheredKinds.has('hazardous-area') && !gatheredKinds.has('hazard-report'));
  for (const kind of gatheredKinds)
    assert.ok(
      pointKinds.some((k) => k === kind),
      kind,
    );
});

test('what is drawn has a place', () => {
  for (const kind of drawnKinds) assert.ok(builtIn.kinds.get(kind)?.place, kind);
});

test('who may not know where hazards lie is drawn none, which is not to say that there are none', () => {
  const hazard = builtIn.kinds.get('hazardous-area');
  assert.ok(hazard?.place);
  const outline = hazard.properties[hazard.place];
  assert.ok(outline);
  const kept = (sensitivity: Sensitivity): Kind => ({
    ...hazard,
    properties: { ...hazard.properties, outline: { ...outline, sensitivity } },
  });
  assert.equal(isPlacedFor(kept('restricted'), 'partner'), false);
  assert.equal(isPlacedFor(kept('partner'), 'partner'), true);
  assert.equal(isPlacedFor(kept('public'), null), false);
  assert.equal(isPlacedFor(kept('personal'), 'personal'), false);
});
