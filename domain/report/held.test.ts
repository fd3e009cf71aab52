import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, live, name, only } from './folded.testing.ts';
import { showAll } from './held.ts';
import { report } from './worlds.testing.ts';

test('a claim is shown with its own date, speaker and sureness, else with those of its report', () => {
  const r = report({ said: 'north', from: '2019-01-01', to: '2020-01-01' }, name('Hill'), {
    ...name('Dale'),
    said: { name: 'south' },
    when: { from: '2018-01-01', to: '2018-12-31', typed: '2018' },
    sure: { source: 'B' },
  });
  const [p] = fold(live(r))[0]?.properties ?? [];
  assert.deepEqual(
    p?.earlier.map((s) => [s.voice, s.said, s.when, s.sure, s.standing]),
    [
      [
        'south',
        { name: 'south' },
        { from: '2018-01-01', to: '2018-12-31', typed: '2018' },
        { source: 'B' },
        'live',
      ],
    ],
  );
  assert.deepEqual(showAll([]), []);
});

test('a date that runs past its report ends with the report', () => {
  const r = report(
    { date: '2020-01-01' },
    { ...name('Hill'), when: { from: '2019-01-01', to: '2025-01-01' } },
  );
  const later = report({ date: '2021-01-01' }, name('Dale'));
  assert.deepEqual(only(live(r, later), 'name').earlier[0]?.when, { from: '2019-01-01', to: '2020-01-01' });
});
