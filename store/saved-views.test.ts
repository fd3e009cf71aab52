/** Saved lists: one's own, shared ones, who may change which, and that a backup holds them. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { engines, makeDatabase, removeDatabases } from './databases.testing.ts';
import { newId } from './new-id.ts';
import { openStore } from './open.ts';
import { testOverlay } from './overlay.testing.ts';
import type { Role, Store } from './store.ts';

after(removeDatabases);

for (const engine of engines) {
  describe(engine, { concurrency: false }, () => {
    let store: Store;
    test('opens', async () => {
      const database = await makeDatabase(engine);
      store = await openStore({ ...database.place, overlay: await testOverlay() });
      await store.addProgramme({ id: 'one', name: 'One' });
      await store.addProgramme({ id: 'two', name: 'Two' });
    });
    after(() => store?.close());

    const person = async (role: Role, programme = 'one') =>
      store.asker(await store.addPerson({ name: `${role} ${newId()}`, role, programme }));
    const view = (name: string, shared = false) => ({
      id: newId(),
      kind: 'find',
      name,
      shared,
      asked: { filter: 'standing is live', columns: 'name' },
    });

    test('what is one’s own others don’t see; what is shared all of the programme do, and nobody else', async () => {
      const [ann, ben, far] = [
        await person('collector'),
        await person('viewer'),
        await person('viewer', 'two'),
      ];
      const [mine, ours] = [view('Mine'), view('Ours', true)];
      await store.saveView(ann, 'one', mine);
      await store.saveView(ann, 'one', ours);
      assert.deepEqual(await store.savedViews(ann, 'one'), [
        { ...mine, own: true },
        { ...ours, own: true },
      ]);
      assert.deepEqual(await store.savedViews(ben, 'one'), [{ ...ours, own: false }]);
      assert.deepEqual(await store.savedViews(far, 'one'), []);
      await assert.rejects(store.savedViews({ person: null, roles: new Map() }, 'one'), /not-signed-in/);
      await store.dropView(ann, 'one', ours.id);
    });

    test('who made it changes it, administrators what is shared, others nothing', async () => {
      const [ann, ben, root] = [
        await person('collector'),
        await person('reviewer'),
        await person('administrator'),
      ];
      const [mine, ours] = [view('Mine'), view('Ours', true)];
      await store.saveView(ann, 'one', mine);
      await store.saveView(ann, 'one', ours);
      await assert.rejects(store.saveView(ben, 'one', { ...ours, name: 'Theirs' }), /saved-view-unknown/);
      await assert.rejects(store.saveView(root, 'one', { ...mine, name: 'Theirs' }), /saved-view-unknown/);
      await assert.rejects(store.dropView(ben, 'one', ours.id), /saved-view-unknown/);
      await assert.rejects(store.dropView(root, 'one', mine.id), /saved-view-unknown/);
      await store.saveView(root, 'one', { ...ours, name: 'Tidied' });
      assert.deepEqual(
        (await store.savedViews(ann, 'one')).map((v) => [v.name, v.own]),
        [
          ['Mine', true],
          ['Tidied', true],
        ],
      );
      await store.dropView(root, 'one', ours.id);
      await store.dropView(ann, 'one', mine.id);
      await store.saveView(ann, 'one', mine);
      assert.equal((await store.savedViews(ann, 'one')).length, 1, 'saving it again brings it back');
    });

    test('nobody saves without end', async () => {
      const ann = await person('viewer');
      for (let i = 0; i < 200; i++) await store.saveView(ann, 'one', view(`View ${i}`));
      await assert.rejects(store.saveView(ann, 'one', view('One more')), /saved-views-too-many/);
    });

    test('a backup brings them along', async () => {
      const chunks: Uint8Array[] = [];
      await store.backup(async (chunk) => void chunks.push(chunk));
      const database = await makeDatabase(engine);
      const other = await openStore({ ...database.place, overlay: await testOverlay() });
      async function* read() {
        yield* chunks;
      }
      await other.restore(read());
      const ann = await other.findPerson((await store.people('one'))[0]?.name ?? '');
      const asker = await other.asker(ann);
      assert.deepEqual(await other.savedViews(asker, 'one'), await store.savedViews(asker, 'one'));
      await other.close();
    });
  });
}
