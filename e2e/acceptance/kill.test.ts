/** An import that is killed at any instant and run again ends in the record of one that was not. `npm run soak` does more. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type Engine, engines } from '@tilth/store/databases.testing';
import { type Account, addsUp } from './account.ts';
import { eventsSample } from './events.ts';
import { cleanUp, emptyOffice } from './office.ts';
import { mappingFile } from './shared-data.ts';

const ROUNDS = 2;
const kinds = ['accident', 'activity', 'find', 'hazard-report', 'hazardous-area'];

after(cleanUp);

test(`an import killed ${ROUNDS} times and run again is an import, on both databases`, async () => {
  const { file } = await eventsSample(3_000);
  await Promise.all(engines.map((engine) => killed(engine, file)));
});

/** One file into two programmes of an office: into one without a break, into the other with many. */
async function killed(engine: Engine, file: string): Promise<void> {
  const at = await emptyOffice(engine);
  for (const id of ['whole', 'broken']) await at.json(0, 'programme', 'add', id, '--name', id);
  const into = (id: string) => [
    'import',
    file,
    '--mapping',
    mappingFile('colombia-events'),
    '--approve',
    '--programme',
    id,
  ];

  const began = performance.now();
  const whole = await at.json<Account>(0, ...into('whole'));
  const whileAll = performance.now() - began;

  const instants = Array.from({ length: ROUNDS }, () => Math.round(whileAll * (0.2 + 0.8 * Math.random())));
  const told = `${engine}, killed after ${instants.join(', ')} ms of ${Math.round(whileAll)}`;
  for (const instant of instants) {
    const run = at.begin(...into('broken'));
    await Promise.race([setTimeout(instant), run.ended]);
    run.kill();
    await run.ended;
  }
  const last = await at.json<Account>(0, ...into('broken'));
  addsUp(last);
  assert.equal(last.accepted + last.repaired + last.unchanged, whole.read, told);

  const served = await at.serve();
  try {
    for (const kind of kinds) {
      const lines = async (id: string) => {
        const path = `/api/export/${kind}?format=geojson&programme=${id}`;
        const { features } = await served.get<{ features: { id?: string }[] }>(path);
        return features.map(({ id: _, ...rest }) => JSON.stringify(rest)).sort();
      };
      assert.deepEqual(await lines('broken'), await lines('whole'), `${told}: ${kind}`);
    }
    const again = await at.json<Account>(0, ...into('broken'));
    assert.equal(again.unchanged, whole.read, told);
    assert.deepEqual(await at.json(0, 'verify'), { findings: [] }, told);
  } finally {
    await served.stop();
  }
}
