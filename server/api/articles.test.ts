/** Bringing in an article and reading it, over both databases. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import { sealPersonal } from '@tilth/domain/report/commitment';
import { engines, removeDatabases } from '@tilth/store/databases.testing';
import { closeOffices, office, reportBy } from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

const STORY = `Ministry says mines were laid along the river

DALE, 4 May 2024 (Northern Wire) - The Ministry of Defence of Orlia said on Friday that its forces had laid 300 anti-personnel mines along the river Dale in March.

“The mines will switch themselves off within two weeks,” the ministry said in a statement.

A spokesperson for the Halden Trust, a demining charity, said that the charity had cleared 12 mines of that type near the bridge since then, and that none of them had switched itself off.

Orlia joined the Mine Ban Convention in 2001. The ministry did not say whether it regards the convention as suspended.
`;
const said = { programme: 'orlia', publisher: 'The Dale Post', published: '2024-05-04' };

for (const engine of engines) {
  describe(engine, () => {
    test('a pasted article comes back as it was, with its claims in it and its place in the list', async () => {
      const at = await office(engine, { '*': 'partner' });
      const collector = await at.signedIn('collector');
      const answer = await at.tell('/api/articles', { ...said, text: STORY, author: 'A. Writer' }, collector);
      assert.equal(answer.statusCode, 200, answer.body);
      const { digest, text_digest, described, length } = answer.json();
      assert.equal(digest, text_digest);
      assert.equal(length, STORY.length);
      assert.equal(described.title, 'Ministry says mines were laid along the river');
      const page = (await at.see(`/api/articles/${digest}`, collector)).json();
      assert.equal(page.text, STORY);
      assert.equal(page.author, 'A. Writer');
      assert.equal(page.state, 'new');
      assert.deepEqual(page.voice, { name: 'Northern Wire', because: 'named' });
      assert.equal(page.date_line, 'DALE, 4 May 2024 (Northern Wire)');
      for (const { span } of page.suggestions) assert.equal(STORY.slice(span.start, span.end), span.text);
      assert.ok(page.suggestions.some((s: { span: { text: string } }) => /two weeks/.test(s.span.text)));

      assert.equal(
        (await at.tell(`/api/articles/${digest}/reading`, { state: 'finished' }, collector)).statusCode,
        204,
      );
      const list = (await at.see('/api/articles?programme=orlia', collector)).json().articles;
      assert.deepEqual(
        list.map((a: { digest: string; state: string }) => [a.digest, a.state]),
        [[digest, 'finished']],
      );
      assert.deepEqual((await at.see('/api/articles?state=new', collector)).json().articles, []);
    });

    test('a report quotes the text word for word, or is refused', async () => {
      const at = await office(engine, { '*': 'partner' });
      const collector = await at.signedIn('collector');
      const { text_digest } = (await at.tell('/api/articles', { ...said, text: STORY }, collector)).json();
      const start = STORY.indexOf('within two weeks');
      const quoting = (exact: string) => ({
        ...reportBy(
          collector.id,
          [{ id: randomUUID(), kind: 'statement' }],
          [
            {
              on: 0,
              property: 'gist',
              value: { type: 'text', text: exact },
              where: { quote: { exact }, position: { start, end: start + exact.length } },
            },
          ],
        ),
        capture: text_digest,
      });
      const send = (exact: string) =>
        at.tell('/api/reports', { reports: [{ report: quoting(exact), personal: [] }] }, collector);
      const refused = await send('within five days');
      assert.deepEqual([refused.statusCode, refused.json().code], [400, 'quote-not-in-text'], refused.body);
      assert.equal((await send('within two weeks')).statusCode, 200);
    });

    test('words that may repeat a personal value are kept apart, and stand in the text too', async () => {
      const at = await office(engine, { '*': 'partner' });
      const collector = await at.signedIn('collector');
      const { text_digest } = (await at.tell('/api/articles', { ...said, text: STORY }, collector)).json();
      const start = STORY.indexOf('within two weeks');
      const send = (exact: string, more: object = {}) => {
        const bare = reportBy(
          collector.id,
          [{ id: randomUUID(), kind: 'allegation' }],
          [
            {
              on: 0,
              property: 'accused_person',
              value: { type: 'text', text: exact },
              where: { quote: { exact }, position: { start, end: start + exact.length } },
            },
            { on: 0, property: 'person_named_by', value: { type: 'code', code: 'court' } },
          ],
        );
        const draft = sealPersonal({ ...bare, capture: text_digest }, builtIn, () => 'ab'.repeat(16));
        assert.ok(draft.kept);
        return at.tell(
          '/api/reports',
          { reports: [{ ...draft, kept: { ...draft.kept, ...more } }] },
          collector,
        );
      };
      assert.equal((await send('within five days')).json().code, 'quote-not-in-text');
      assert.equal(
        (await send('within two weeks', { columns: { 'claims.3.doubt': 'x' } })).json().code,
        'kept-words-wrong',
      );
      const kept = await send('within two weeks');
      assert.equal(kept.statusCode, 200, kept.body);
    });

    test('the same story on another site is one voice; who may not read it does not learn of it', async () => {
      const at = await office(engine, { '*': 'partner' });
      const collector = await at.signedIn('collector');
      const viewer = await at.signedIn('viewer');
      const own = STORY.replace(' (Northern Wire)', '');
      const first = (await at.tell('/api/articles', { ...said, text: own }, collector)).json();
      const copied = `From our desk\n\n${own}\n\nRead more: the river in spring`;
      const second = await at.tell(
        '/api/articles',
        { ...said, publisher: 'Hill Herald', published: '2024-05-06', text: copied, sensitivity: 'partner' },
        collector,
      );
      const page = (await at.see(`/api/articles/${second.json().digest}`, collector)).json();
      assert.deepEqual(
        page.near_duplicates.map((n: { digest: string }) => n.digest),
        [first.digest],
      );
      assert.ok(page.near_duplicates[0].alike > 0.8);
      assert.deepEqual(page.voice, { name: 'The Dale Post', because: 'first' });

      // the first one is restricted, as what nobody classed; the second was classed for partners
      const seen = (await at.see('/api/articles', viewer)).json().articles;
      assert.deepEqual(
        seen.map((a: { publisher: string }) => a.publisher),
        ['Hill Herald'],
      );
      const theirs = (await at.see(`/api/articles/${second.json().digest}`, viewer)).json();
      assert.deepEqual(theirs.near_duplicates, []);
      assert.equal((await at.see(`/api/articles/${first.digest}`, viewer)).statusCode, 404);
      assert.equal((await at.see('/api/articles')).statusCode, 403);
      assert.equal((await at.tell('/api/articles', { ...said, text: STORY }, viewer)).statusCode, 403);
    });

    test('what was read out of an article is found from it: which report, and where its claims stand', async () => {
      const at = await office(engine, {});
      const collector = await at.signedIn('collector');
      const { digest, text_digest } = (
        await at.tell('/api/articles', { ...said, text: STORY }, collector)
      ).json();
      const item = randomUUID();
      const exact = 'laid 300 anti-personnel mines';
      const start = STORY.indexOf(exact);
      const report = {
        ...reportBy(
          collector.id,
          [{ id: item, kind: 'use' }],
          [
            {
              on: 0,
              property: 'name',
              value: { type: 'text', text: 'Mines along the Dale' },
              where: { quote: { exact }, position: { start, end: start + exact.length } },
            },
          ],
        ),
        capture: text_digest,
      };
      const [receipt] = await at.send('/api/reports', { reports: [{ report, personal: [] }] }, collector);
      const { reports } = (await at.see(`/api/articles/${digest}`, collector)).json();
      assert.deepEqual(reports, [
        {
          ref: receipt?.entry,
          number: receipt?.number,
          instant: receipt?.instant,
          by: collector.id,
          claims: [{ n: 0, start, end: start + exact.length }],
        },
      ]);
      assert.deepEqual(await at.store.verify('orlia'), []);
    });

    test('how many copies there are stands in the list', async () => {
      const at = await office(engine, {});
      const collector = await at.signedIn('collector');
      for (const text of [STORY, `From our desk\n\n${STORY}`, 'Another thing altogether, in few words.'])
        await at.tell('/api/articles', { ...said, text }, collector);
      const { articles } = (await at.see('/api/articles', collector)).json();
      assert.deepEqual(
        articles.map((a: { copies: number }) => a.copies),
        [0, 1, 1],
      );
    });

    test('a text of 200 MB is refused before it is here', async () => {
      const at = await office(engine, {});
      const collector = await at.signedIn('collector');
      const answer = await at.tell('/api/articles', { ...said, text: 'x'.repeat(40_000_000) }, collector);
      assert.equal(answer.statusCode, 413);
      const long = await at.tell('/api/articles', { ...said, text: 'x y '.repeat(300_000) }, collector);
      assert.equal(long.json().code, 'article-too-long');
      const neither = await at.tell('/api/articles', said, collector);
      assert.equal(neither.json().code, 'body-invalid');
    });

    test('a web page is read without what stands around it, and its bytes are kept as they came', async () => {
      const at = await office(engine, {});
      const reviewer = await at.signedIn('reviewer');
      const page = `<!doctype html><html lang="en"><head><title>Mines along the river</title><script>track()</script></head>
        <body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Mines along the river</h1>
        ${STORY.split('\n\n')
          .slice(1)
          .map((p) => `<p>${p}</p>`)
          .join('\n')}</article><footer>All rights reserved</footer></body></html>`;
      const file = { base64: Buffer.from(page).toString('base64'), media_type: 'text/html' };
      const answer = await at.tell('/api/articles', { ...said, file }, reviewer);
      assert.equal(answer.statusCode, 200, answer.body);
      const { digest, text_digest } = answer.json();
      assert.notEqual(digest, text_digest);
      const read = (await at.see(`/api/articles/${digest}`, reviewer)).json();
      assert.match(read.text, /^Mines along the river\n\nDALE, 4 May 2024/);
      assert.doesNotMatch(read.text, /Sport|track|All rights/);
      assert.equal(read.media_type, 'text/html');
      assert.equal((await at.see(`/api/captures/${digest}`, reviewer)).body, page);
      assert.equal((await at.see(`/api/captures/${text_digest}`, reviewer)).body, read.text);
      // erasing the page erases what was read out of it
      await at.store.eraseCapture(
        await at.store.asker((await at.signedIn('administrator')).id),
        'orlia',
        digest,
        'It named a child.',
      );
      assert.equal((await at.see(`/api/articles/${digest}`, reviewer)).statusCode, 404);
      assert.equal((await at.see(`/api/captures/${text_digest}`, reviewer)).statusCode, 404);
    });
  });
}
