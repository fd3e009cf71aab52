/** Articles from the command line: kept, suggested from, scored; and what comes of files that are not as they should be. */
import assert from 'node:assert/strict';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Suggestion } from '@tilth/domain/evidence/suggestion';
import { pdfOf } from '@tilth/formats/article/pdf-made.testing';
import { json, room, run, store, useOffice } from './office.testing.ts';

interface Added {
  readonly capture: string;
  readonly text_digest: string;
  readonly length: number;
  readonly described: Readonly<Record<string, unknown>>;
  readonly notices: readonly { readonly code: string }[];
  readonly near_duplicates: readonly { readonly digest: string; readonly publisher: string }[];
}

/** Adds a text under a file's name. */
async function added(
  status: number,
  name: string,
  bytes: string | Buffer,
  ...flags: string[]
): Promise<Added> {
  await writeFile(join(room, name), bytes);
  return json(status, 'evidence', 'add', name, '--publisher', 'The Dale Post', ...flags);
}

const refused = async (name: string, bytes: string | Buffer, ...flags: string[]) => {
  await writeFile(join(room, name), bytes);
  const answer = await json<{ problem: { code: string } }>(
    2,
    'evidence',
    'add',
    name,
    '--publisher',
    'The Dale Post',
    ...flags,
  );
  return answer.problem.code;
};

const suggested = async (capture: string): Promise<Suggestion[]> => {
  const { status, out } = await run('evidence', 'suggest', capture, '--json');
  assert.equal(status, 0);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
};

const STORY = `💬 Ministry says mines were laid along the river

DALE, May 4, 2024 (Northern Wire) - The Ministry of Defence of Orlia said on Friday that its forces had laid 300 anti-personnel mines along the river Dale in March.

“The mines will switch themselves off within two weeks,” the ministry said in a statement.

A spokesperson for the Halden Trust said that the charity had cleared 12 mines of that type near the bridge.
`;

useOffice(async () => {
  await json(0, 'programme', 'add', 'one', '--name', 'One');
});

test('an article is kept under its digest, with what a person says of it and what its text says itself', async () => {
  const flags = ['--published', '2024-05-04', '--author', 'A. Writer', '--relays', 'Hub', '--relays', 'Desk'];
  const first = await added(0, 'story.txt', STORY, ...flags);
  assert.equal(first.capture, first.text_digest);
  assert.equal(first.length, [...STORY].length);
  assert.deepEqual(first.described, {
    title: '💬 Ministry says mines were laid along the river',
    publisher: 'The Dale Post',
    published: '2024-05-04',
    author: 'A. Writer',
    date_line: 'DALE, May 4, 2024 (Northern Wire)',
    original_publisher: 'Northern Wire',
    relays: ['Hub', 'Desk'],
    language: 'en',
    address: null,
  });
  // again: the same one, and nothing is added
  assert.deepEqual(await added(0, 'story.txt', STORY, ...flags), first);
  const plain = await run('evidence', 'add', 'story.txt', '--publisher', 'The Dale Post', ...flags);
  assert.equal(plain.out.split('\n')[0], first.capture);
});

test('suggestions come one a line, each where it says it stands, counted in characters', async () => {
  const { capture } = await added(0, 'story.txt', STORY, '--published', '2024-05-04');
  const lines = await suggested(capture.slice(0, 12));
  assert.ok(lines.length >= 3);
  const characters = [...STORY];
  for (const line of lines) {
    const { start, end, text } = line.span;
    assert.equal(characters.slice(start, end).join(''), text);
    for (const field of [
      'subject',
      'predicate',
      'object',
      'value',
      'unit',
      'bound',
      'event_date',
      'speaker',
      'speaker_kind',
      'certainty',
      'relayed_by',
    ])
      assert.ok(field in line, field);
  }
  const off = lines.find((l) => /two weeks/.test(JSON.stringify(l.span)));
  assert.deepEqual([off?.value, off?.unit, off?.bound], [2, 'week', 'at-most']);
});

test('suggestions are scored against marked claims; equal quantities are equal in any unit', async () => {
  const { capture } = await added(0, 'story.txt', STORY, '--published', '2024-05-04');
  const place = (text: string) => {
    const start = [...STORY.slice(0, STORY.indexOf(text))].length;
    return { start, end: start + [...text].length };
  };
  const marked = [
    {
      ...place('The mines will switch themselves off within two weeks'),
      value: 14,
      unit: 'days',
      speaker_kind: 'organisation',
    },
    { ...place('cleared 12 mines of that type near the bridge'), certainty: 'asserted' },
    { start: 0, end: 5 },
  ];
  await writeFile(join(room, 'gold.jsonl'), `${marked.map((m) => JSON.stringify(m)).join('\n')}\n\n`);
  const score = await json<{ recall: number; gold: number; fields: Record<string, number | null> }>(
    0,
    'evidence',
    'score',
    capture,
    '--gold',
    'gold.jsonl',
  );
  assert.equal(score.gold, 3);
  assert.ok(Math.abs(score.recall - 2 / 3) < 0.01, `${score.recall}`);
  assert.equal(score.fields.value, 1);
  assert.equal(score.fields.event_date, null);

  await writeFile(join(room, 'bad.jsonl'), '{"start":1,"end":4}\n{"start":9}\n');
  const wrong = await json<{ problem: { code: string; facts: object } }>(
    2,
    'evidence',
    'score',
    capture,
    '--gold',
    'bad.jsonl',
  );
  assert.equal(wrong.problem.code, 'gold-unreadable');
  assert.deepEqual(wrong.problem.facts, { line: 2, file: 'bad.jsonl' });
});

test('the text that positions count can be read, and the articles be listed', async () => {
  const { capture, length } = await added(0, 'steered.txt', `Mines\u001b[2J found.\r\n\r\n${STORY}`);
  const { text } = await json<{ text: string }>(0, 'evidence', 'text', capture);
  assert.equal(text, `Mines\u001b[2J found.\r\n\r\n${STORY}`);
  const shown = (await run('evidence', 'text', capture)).out;
  assert.equal([...shown].length, length);
  assert.ok(!shown.includes('\u001b'));
  const listed = (await run('evidence', 'list')).out;
  assert.match(listed, new RegExp(`^${capture.slice(0, 12)}  new       2024-05-04  The Dale Post: `, 'm'));
});

test('an article is named by any beginning of its digest that is its alone', async () => {
  const { capture } = await added(0, 'story.txt', STORY, '--published', '2024-05-04');
  assert.deepEqual(await suggested(capture), await suggested(capture.slice(0, 10)));
  for (const unknown of ['0000000', 'no-digest', capture.replace(/.$/, (c) => (c === '0' ? '1' : '0'))]) {
    const { problem } = await json<{ problem: { code: string } }>(2, 'evidence', 'suggest', unknown);
    assert.equal(problem.code, 'article-unknown');
  }
});

test('a beginning that several articles have is refused; one that is its alone is enough, however short', async () => {
  for (let n = 0; n < 17; n++) await added(0, 'short.txt', `Mine number ${n} was found near the bridge.`);
  const { out } = await run('evidence', 'list', '--json');
  const digests = out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String(JSON.parse(line).capture));
  const alone = (begins: string) => digests.filter((d) => d.startsWith(begins)).length === 1;
  const first = digests.map((d) => d.slice(0, 1)).find((begins) => !alone(begins));
  const { problem } = await json<{ problem: { code: string } }>(2, 'evidence', 'text', first ?? '');
  assert.equal(problem.code, 'article-several');
  const [one = ''] = digests;
  const shortest = [...one].map((_, i) => one.slice(0, i + 1)).find(alone);
  const { capture } = await json<{ capture: string }>(0, 'evidence', 'text', shortest ?? '');
  assert.equal(capture, one);
});

test('the same wire story under another name is told', async () => {
  const { capture } = await added(0, 'story.txt', STORY, '--published', '2024-05-04');
  const copy = await added(
    0,
    'copy.txt',
    `Hill Herald\n\n${STORY}\nRead more: floods`,
    '--published',
    '2024-05-05',
  );
  assert.ok(copy.near_duplicates.some((n) => n.digest === capture && n.publisher === 'The Dale Post'));
});

test('a web page and a PDF are kept as they came, and suggested from as the text in them', async () => {
  const html = `<!doctype html><html lang="en"><head><title>Mines by the bridge</title></head><body><nav>Home</nav><article>
    <h1>Mines by the bridge</h1>${STORY.split('\n\n')
      .slice(1)
      .map((p) => `<p>${p}</p>`)
      .join('')}</article></body></html>`;
  const page = await added(0, 'page.html', html, '--published', '2024-05-04');
  assert.notEqual(page.capture, page.text_digest);
  assert.ok((await suggested(page.capture)).length >= 3);
  const lines = 'The Ministry of Defence said on Friday that its forces had laid 300 mines in March.';
  const printed = [
    { text: 'Home News Sports Sign in', x: 72, y: 800, size: 9 },
    { text: 'A word on the river Dale', x: 72, y: 750, size: 20 },
    { text: lines, x: 72, y: 700, size: 11 },
  ];
  const pdf = pdfOf([printed]);
  const sheet = await added(0, 'sheet.pdf', pdf, '--published', '2024-05-04');
  assert.equal(sheet.described.title, 'A word on the river Dale', 'not the menu above it');
  const [first] = await suggested(sheet.capture);
  assert.ok(first !== undefined && lines.includes(first.span.text));
});

test('a text of 200 MB is refused before it is read', async () => {
  const file = await open(join(room, 'huge.txt'), 'w');
  await file.truncate(200_000_000);
  await file.close();
  const { problem } = await json<{ problem: { code: string; facts: object } }>(
    2,
    'evidence',
    'add',
    'huge.txt',
    '--publisher',
    'x',
  );
  assert.deepEqual(problem.facts, { limit: 26_214_400, file: 'huge.txt' });
  assert.equal(problem.code, 'article-too-large');
});

test('a scanned PDF, a page that is all script, an empty and a missing file are refused, and nothing is kept', async () => {
  const kept = async () => {
    const who = await store.asker((await store.findPerson('Local administrator')) ?? '');
    return store.articles.list(who, 'one', { limit: 100 });
  };
  const before = (await kept()).length;
  assert.equal(await refused('scan.pdf', pdfOf([[]])), 'article-no-text');
  assert.equal(
    await refused('app.html', '<!doctype html><body><div id="app"></div><script>run()</script>'),
    'article-no-text',
  );
  assert.equal(await refused('empty.txt', ''), 'file-empty');
  assert.equal(
    await refused('paper.docx', Buffer.from('PK\u0003\u0004\u0000\u0000\u0008rest')),
    'format-unknown',
  );
  const missing = await json<{ problem: { code: string } }>(
    2,
    'evidence',
    'add',
    'nowhere.txt',
    '--publisher',
    'x',
  );
  assert.equal(missing.problem.code, 'file-missing');
  assert.equal((await kept()).length, before);
});

test('mixed encodings are kept, and told with exit status 1', async () => {
  const mixed = Buffer.concat([
    Buffer.from('The “Žena” said “così” and “déjà vu” of the mines.\n\nThen came the '),
    Buffer.from('caf\xe9 of the bridge.\n', 'latin1'),
  ]);
  const { notices } = await added(1, 'mixed.txt', mixed);
  assert.deepEqual(
    notices.map((n) => n.code),
    ['article-encoding-broken'],
  );
});

test('a text from right to left is kept whole; that nothing is suggested from it is said', async () => {
  const arabic = 'قالت وزارة الدفاع يوم الجمعة إن قواتها زرعت ٣٠٠ لغم مضاد للأفراد على طول النهر في مارس.\n';
  const { capture, length, described, notices } = await added(0, 'arabic.txt', arabic);
  assert.deepEqual([length, described.language], [[...arabic].length, 'ar']);
  assert.deepEqual(
    notices.map((n) => n.code),
    ['article-language-unread'],
  );
  assert.deepEqual(await suggested(capture), []);
});

test('a quotation that never closes is told, and does not put the rest in its speaker’s mouth', async () => {
  const text = `${STORY.slice(3)}\nThe minister, Anna Holm, said: “We laid none of them at the school.\n\nThe charity found four mines at the school on Sunday.\n`;
  const { capture, notices } = await added(0, 'open.txt', text, '--published', '2024-05-06');
  assert.deepEqual(
    notices.map((n) => n.code),
    ['article-quote-open'],
  );
  const found = (await suggested(capture)).find((s) => /found four mines/.test(JSON.stringify(s.span)));
  assert.ok(found);
  assert.doesNotMatch(String(found.speaker), /Holm|minister/i);
});

test('a date that lies is refused where it is to come, and told where the text gives another', async () => {
  assert.equal(await refused('story.txt', STORY, '--published', '2999-01-01'), 'date-after-receipt');
  assert.equal(await refused('story.txt', STORY, '--published', '31.12.2024'), 'date-unreadable');
  const off = await added(1, 'story.txt', STORY, '--published', '2019-05-04');
  assert.deepEqual(
    off.notices.map((n) => n.code),
    ['article-dates-differ'],
  );
  // a day to come in the text itself is never taken for the day it was published
  const later = await added(1, 'later.txt', STORY.replace('2024', '2999'));
  assert.equal(later.described.published, null);
  assert.deepEqual(
    later.notices.map((n) => n.code),
    ['article-date-to-come'],
  );
});

test('every text can be read out of its bytes again, and one that is not what is read is found', async () => {
  const before = await json<{ same: number; other_version: number; findings: object[] }>(
    0,
    'evidence',
    'check',
  );
  assert.ok(before.same >= 8);
  assert.deepEqual([before.other_version, before.findings], [0, []]);
  const who = await store.asker((await store.findPerson('Local administrator')) ?? '');
  const given = (text: string, version: string) => ({
    bytes: Buffer.from(`Bytes that say something else, ${version}.`),
    media_type: 'text/plain',
    sensitivity: 'restricted' as const,
    described: {
      title: null,
      publisher: 'The Dale Post',
      published: null,
      author: null,
      date_line: null,
      original_publisher: null,
      relays: [],
      language: 'en',
      address: null,
    },
    extracted: { extractor: 'plain', version, text, layout: [], notices: [] },
  });
  const wrong = await store.articles.add(who, 'one', given('A text nobody read out of them.', '1'));
  await store.articles.add(who, 'one', given('A text of an earlier version.', '0'));
  const after = await json<{ same: number; other_version: number; findings: object[] }>(
    1,
    'evidence',
    'check',
  );
  assert.deepEqual([after.same, after.other_version], [before.same, 1]);
  assert.deepEqual(after.findings, [{ code: 'article-text-differs', facts: { capture: wrong } }]);
});
