/** Up to which receipt nothing was here that was published after a day. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { removeDatabases } from '../databases.testing.ts';
import { newId } from '../new-id.ts';
import { report } from '../samples.testing.ts';
import { published } from './published.ts';
import { makeViewOffice, type ViewOffice } from './view.testing.ts';

let office: ViewOffice;
before(async () => {
  office = await makeViewOffice('pglite');
});
after(removeDatabases);

async function withReports(dates: readonly string[]) {
  const programme = await office.staffed();
  const add = (date: string, name = 'x') =>
    office.take(
      [{ ...report(newId(), name, { date, when: { from: null, to: date } }), programme }],
      programme,
    );
  for (const date of dates) await add(date);
  const asker = office.asker('viewer', programme);
  const upTo = async (day: string) => {
    const { number, later } = await published(office.keeper, asker, programme, day);
    return [number, later];
  };
  return { add, upTo };
}

test('the number before the first report of a later day, and how many of that day came after it', async () => {
  const { upTo } = await withReports(['2024-01-05', '2024-02-01', '2024-01-20', '2024-03-01', '2024-01-31']);
  assert.deepEqual(await upTo('2023-12-31'), [0, 0]);
  assert.deepEqual(await upTo('2024-01-05'), [1, 0]);
  assert.deepEqual(await upTo('2024-01-31'), [1, 2]);
  assert.deepEqual(await upTo('2024-02-01'), [3, 1]);
  assert.deepEqual(await upTo('2024-03-01'), [5, 0]);
});

test('what has come since is counted, also for several who ask at once', async () => {
  const { add, upTo } = await withReports(['2024-01-05']);
  assert.deepEqual(await upTo('2024-01-31'), [1, 0]);
  await add('2024-01-06');
  await add('2024-02-01');
  assert.deepEqual(await Promise.all([upTo('2024-01-31'), upTo('2024-01-31'), upTo('2024-02-01')]), [
    [2, 0],
    [2, 0],
    [3, 0],
  ]);
});

test('words that look like a date of a report are words', async () => {
  const { add, upTo } = await withReports(['2024-01-05']);
  await add('2024-01-06', '","date":"2099-01-01","form":"');
  assert.deepEqual(await upTo('2024-01-31'), [2, 0]);
});
