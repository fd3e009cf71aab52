/** Articles in the store: what a backup holds of them, whose they are, what erasing takes along, and the index of copies. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { Refusal } from '@tilth/domain/problem';
import type { Sensitivity } from '@tilth/domain/record/kind';
import { engines, makeDatabase, removeDatabases } from '../databases.testing.ts';
import { newId } from '../new-id.ts';
import { openStore } from '../open.ts';
import { testOverlay } from '../overlay.testing.ts';
import type { Role, Store } from '../store.ts';
import type { NewArticle } from './articles.ts';

after(removeDatabases);

const STORY =
  'The ministry of the province said on Friday that its forces had laid three hundred mines along the river in March, and that all of them would switch themselves off within two weeks of being laid.';

function article(
  text: string,
  more: { sensitivity?: Sensitivity; publisher?: string; bytes?: string } = {},
): NewArticle {
  return {
    bytes: Buffer.from(more.bytes ?? text),
    media_type: more.bytes === undefined ? 'text/plain' : 'text/html',
    sensitivity: more.sensitivity ?? 'restricted',
    described: {
      title: 'Mines along the river',
      publisher: more.publisher ?? 'The Dale Post',
      published: '2024-05-04',
      author: null,
      date_line: null,
      original_publisher: null,
      relays: [],
      language: 'en',
      address: null,
    },
    extracted: { extractor: 'plain', version: '1', text, layout: [], notices: [] },
  };
}

const refusedAs = (code: string) => (error: unknown) =>
  error instanceof Refusal && error.problem.code === code;

for (const engine of engines) {
  describe(engine, { concurrency: false }, () => {
    const stores: Store[] = [];
    async function open(): Promise<Store> {
      const { place } = await makeDatabase(engine);
      const store = await openStore({ ...place, overlay: await testOverlay() });
      stores.push(store);
      return store;
    }
    after(async () => {
      for (const store of stores) await store.close();
    });
    let store: Store;
    const person = async (role: Role, programme = 'one') =>
      store.asker(await store.addPerson({ name: `${role} ${newId()}`, role, programme }));
    test('opens', async () => {
      store = await open();
      await store.addProgramme({ id: 'one', name: 'One' });
      await store.addProgramme({ id: 'two', name: 'Two' });
    });

    test('what is said anew of an article is added, the last holds, and who said what stays', async () => {
      const [ann, ben] = [await person('collector'), await person('reviewer')];
      const first = article(`${STORY} One.`);
      const digest = await store.articles.add(ann, 'one', first);
      const better = { ...first.described, original_publisher: 'Northern Wire' };
      await store.articles.add(ben, 'one', { ...first, described: better });
      await store.articles.add(ben, 'one', { ...first, described: better });
      const page = await store.articles.page(ann, 'one', digest);
      assert.equal(page?.original_publisher, 'Northern Wire');
      assert.equal(page?.brought_by, ann.person);
      assert.deepEqual(
        page?.descriptions.map((d) => [d.by, d.original_publisher]),
        [
          [ben.person, 'Northern Wire'],
          [ann.person, null],
        ],
      );
    });

    test('another version of an extractor adds its text; the first one stays where quotes anchor to it', async () => {
      const ann = await person('collector');
      const page = article('Two. The text as the first version read it.', { bytes: '<p>Two.' });
      const digest = await store.articles.add(ann, 'one', page);
      const before = await store.articles.page(ann, 'one', digest);
      const text = 'Two. The text, as the next version reads it.';
      await store.articles.add(ann, 'one', { ...page, extracted: { ...page.extracted, version: '2', text } });
      const now = await store.articles.page(ann, 'one', digest);
      assert.deepEqual([now?.text, now?.version], [text, '2']);
      assert.notEqual(now?.text_digest, before?.text_digest);
      const kept: Uint8Array[] = [];
      for await (const chunk of store.readCapture(ann, 'one', before?.text_digest ?? '')) kept.push(chunk);
      assert.equal(Buffer.concat(kept).toString(), before?.text);
    });

    test('one is for those who may read its bytes, in its programme, and nobody else may add or mark', async () => {
      const [ann, viewer, far] = [
        await person('collector'),
        await person('viewer'),
        await person('administrator', 'two'),
      ];
      const digest = await store.articles.add(ann, 'one', article(`${STORY} Three.`));
      const open = await store.articles.add(
        ann,
        'one',
        article(`${STORY} Three!`, { sensitivity: 'public' }),
      );
      assert.notEqual(await store.articles.page(ann, 'one', digest), null);
      for (const one of [viewer, far]) {
        assert.equal(await store.articles.page(one, 'one', digest), null);
        await assert.rejects(store.articles.find(one, 'one', digest), refusedAs('article-unknown'));
      }
      assert.deepEqual((await store.articles.page(viewer, 'one', open))?.near_duplicates, []);
      assert.equal(await store.articles.page(ann, 'two', digest), null);
      await assert.rejects(store.articles.add(viewer, 'one', article('Four.')), refusedAs('may-not'));
      await assert.rejects(store.articles.mark(viewer, 'one', open, 'finished'), refusedAs('may-not'));
      await assert.rejects(store.articles.mark(far, 'two', open, 'finished'), refusedAs('article-unknown'));
    });

    test('what was brought in again as more secret is so, with the text read out of it', async () => {
      const [ann, viewer] = [await person('collector'), await person('viewer')];
      const given = article(`${STORY} Five.`, { bytes: '<p>Five.', sensitivity: 'partner' });
      const digest = await store.articles.add(ann, 'one', given);
      const page = await store.articles.page(viewer, 'one', digest);
      assert.ok(page);
      await store.articles.add(ann, 'one', { ...given, sensitivity: 'restricted' });
      assert.equal(await store.articles.page(viewer, 'one', digest), null);
      assert.equal(await store.aboutCapture(viewer, 'one', page.text_digest), null);
    });

    test('what is here as more private than one may read is not added to by them', async () => {
      const [ann, ben] = [await person('collector'), await person('reviewer')];
      const given = article(`${STORY} Seven.`, { sensitivity: 'personal' });
      await store.articles.add(ben, 'one', given);
      await assert.rejects(store.articles.add(ann, 'one', given), refusedAs('article-withheld'));
    });

    test('who brought an article and who said what of it is for those who may know who enters things', async () => {
      const [ann, ben] = [await person('collector'), await person('reviewer')];
      const viewer = await person('viewer');
      const given = article(`${STORY} Eleven.`, { sensitivity: 'partner' });
      const digest = await store.articles.add(ann, 'one', given);
      const told = { ...given.described, original_publisher: 'Northern Wire' };
      await store.articles.add(ben, 'one', { ...given, described: told });
      const page = await store.articles.page(viewer, 'one', digest);
      const listed = await store.articles.list(viewer, 'one', { limit: 100 });
      assert.equal(page?.text, given.extracted.text);
      for (const { person } of [ann, ben])
        assert.ok(!JSON.stringify([page, listed]).includes(person ?? ''), 'a viewer learns of no account');
      assert.equal((await store.articles.page(ben, 'one', digest))?.brought_by, ann.person);
    });

    test('pages follow each other without a gap, the last received first', async () => {
      const ann = await person('administrator', 'two');
      for (let n = 0; n < 5; n++) await store.articles.add(ann, 'two', article(`${STORY} Number ${n}.`));
      const all = await store.articles.list(ann, 'two', { limit: 100 });
      assert.equal(all.length, 5);
      const first = await store.articles.list(ann, 'two', { limit: 3 });
      const after = first.at(-1)?.digest ?? '';
      const rest = await store.articles.list(ann, 'two', { limit: 3, after });
      assert.deepEqual([...first, ...rest], all);
    });

    test('erasing one takes its text, what was said of it and its place among its likes', async () => {
      const [ann, boss] = [await person('collector'), await person('administrator')];
      const text = 'Six. The only story that tells of the boy at the well and of what he saw there that day.';
      const digest = await store.articles.add(ann, 'one', article(text, { bytes: '<p>Six.' }));
      const copy = await store.articles.add(ann, 'one', article(`${text} Copied.`));
      const page = await store.articles.page(ann, 'one', copy);
      assert.deepEqual(
        page?.near_duplicates.map((n) => n.digest),
        [digest],
      );
      const textDigest = (await store.articles.page(ann, 'one', digest))?.text_digest ?? '';
      await store.eraseCapture(boss, 'one', digest, 'It tells of a child.');
      assert.equal(await store.articles.page(boss, 'one', digest), null);
      assert.equal(await store.aboutCapture(boss, 'one', textDigest), null);
      assert.deepEqual((await store.articles.page(ann, 'one', copy))?.near_duplicates, []);
      // what was erased stays erased, and whoever brings it again is told
      const again = article(text, { bytes: '<p>Six.' });
      await assert.rejects(store.articles.add(ann, 'one', again), refusedAs('article-withheld'));
      assert.deepEqual(await store.verify('one'), []);
    });

    test('of two articles that say the same each keeps its text until it is erased itself', async () => {
      const [ann, boss] = [await person('collector'), await person('administrator')];
      const text =
        'Eight. What the woman of the mill told of her brother, in her own words, on that long night.';
      const add = (more: object) => store.articles.add(ann, 'one', article(text, more));
      const [first, second] = [await add({ bytes: '<p>Eight.' }), await add({ bytes: '<div>Eight.' })];
      const plain = await add({});
      await assert.rejects(store.eraseCapture(boss, 'one', plain, 'names'), refusedAs('capture-is-text'));
      await store.eraseCapture(boss, 'one', first, 'names');
      assert.equal(await store.articles.page(ann, 'one', first), null);
      assert.equal((await store.articles.page(ann, 'one', second))?.text, text);
      assert.equal((await store.articles.page(ann, 'one', plain))?.text, text);
      await store.eraseCapture(boss, 'one', second, 'names');
      assert.equal((await store.articles.page(ann, 'one', plain))?.text, text);
      await store.eraseCapture(boss, 'one', plain, 'names');
      for (const digest of [first, second, plain])
        assert.equal(await store.aboutCapture(boss, 'one', digest), null);
      await assert.rejects(add({ bytes: '<main>Eight.' }), refusedAs('article-withheld'));
      assert.deepEqual(await store.verify('one'), []);
    });

    test('a backup holds all of it, and the index of copies is made anew where it is restored', async () => {
      const boss = await person('administrator', 'two');
      const [one] = await store.articles.list(boss, 'two', { limit: 1 });
      assert.ok(one);
      await store.articles.mark(boss, 'two', one.digest, 'finished');
      const before = await store.articles.page(boss, 'two', one.digest);
      assert.equal(before?.near_duplicates.length, 4);
      const chunks: Uint8Array[] = [];
      await store.backup(async (chunk) => void chunks.push(chunk));
      const other = await open();
      await other.restore(
        (async function* () {
          yield* chunks;
        })(),
      );
      const again = await other.asker(boss.person ?? '');
      assert.deepEqual(await other.articles.page(again, 'two', one.digest), before);
      assert.equal((await other.articles.list(again, 'two', { limit: 9, state: 'finished' })).length, 1);
      assert.deepEqual(await other.verify(), []);
    });
  });
}
