/** The desk by itself: who reaches a file, pieces that come twice or at once, and whose turn it is. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { overlayOf } from '@tilth/domain/geometry/geos';
import { Refusal } from '@tilth/domain/problem';
import type { Asker, Role } from '@tilth/store/store';
import initGeosJs from 'geos-wasm';
import { Desk } from './desk.ts';
import { Turns } from './turns.ts';

const desk = new Desk(overlayOf(await initGeosJs()), []);
after(() => desk.close());

const asker = (person: string, role?: Role): Asker => ({
  person,
  roles: new Map(role === undefined ? [] : [['orlia', role]]),
});
const code = (does: () => unknown) => {
  try {
    does();
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return null;
};
const bytes = (text: string) => Buffer.from(text);

test('what a reviewer found in a file is out of reach once the person is no reviewer any more', async () => {
  const { id } = await desk.lay(asker('a', 'reviewer'), 'orlia', 'x.csv', 3);
  assert.equal(desk.take(asker('a', 'reviewer'), id).id, id);
  for (const now of [asker('a', 'viewer'), asker('a'), asker('b', 'reviewer')]) {
    assert.equal(
      code(() => desk.take(now, id)),
      'import-unknown',
    );
    assert.deepEqual(desk.of(now, 'orlia'), []);
  }
  // nor does it take up room on the desk of who can't remove it
  for (let n = 0; n < 8; n++) await desk.lay(asker('a', 'collector'), 'orlia', 'x.csv', 3);
  await assert.rejects(desk.lay(asker('a', 'collector'), 'orlia', 'x.csv', 3), Refusal);
});

test('a piece sent again is done, the last one too; another in its place is out of step', async () => {
  const file = await desk.lay(asker('c', 'collector'), 'orlia', 'x.csv', 6);
  await desk.write(file, 0, bytes('abc'));
  await desk.write(file, 0, bytes('abc'));
  await assert.rejects(desk.write(file, 0, bytes('abX')), Refusal);
  await assert.rejects(desk.write(file, 2, bytes('cd')), Refusal);
  await desk.write(file, 3, bytes('def'));
  await desk.write(file, 3, bytes('def'));
  assert.equal(file.received, 6);
  assert.equal(await readFile(file.path, 'utf8'), 'abcdef');
});

test('of two pieces for one place that come at once, one is taken and the other is told', async () => {
  const file = await desk.lay(asker('d', 'collector'), 'orlia', 'x.csv', 8);
  const done = await Promise.allSettled([
    desk.write(file, 0, bytes('abcdefgh')),
    desk.write(file, 0, bytes('xyz')),
    desk.write(file, 0, bytes('abcdefgh')),
  ]);
  assert.deepEqual(
    done.map((d) => d.status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.equal(file.received, 8);
  assert.equal(await readFile(file.path, 'utf8'), 'abcdefgh');
});

test('one work of a person at a time, and persons take turns', async () => {
  const turns = new Turns();
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const asks = (person: string, name: string) =>
    turns.take(person, () => {
      begun.push(name);
      return new Promise<void>((end) => ends.push(end));
    });
  for (const name of ['a1', 'a2', 'a3']) asks('a', name);
  for (const name of ['b1', 'b2']) asks('b', name);
  asks('c', 'c1');
  assert.deepEqual(begun, [], 'nothing begins before it is asked for to the end');
  await setImmediate();
  assert.deepEqual(begun, ['a1', 'b1']);
  while (ends.length > 0) {
    ends.shift()?.();
    await setImmediate();
  }
  assert.deepEqual(begun, ['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
});
