/** What two sources say of one thing, read out of their texts, sent, approved and set side by side; at two times, and by whom. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { articleReport, type Confirmed } from '@tilth/domain/evidence/article-report';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Value } from '@tilth/domain/report/entry';
import { quickest, removeDatabases } from '@tilth/store/databases.testing';
import { closeOffices, decisionBy, office } from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

interface Wish {
  readonly publisher: string;
  readonly published: string;
  readonly text: string;
  readonly kind: string;
  readonly item: string;
  readonly claims: Readonly<Record<string, Value>>;
  readonly said?: Partial<Confirmed>;
}

async function readingOffice() {
  const all = await office(quickest, {});
  const collector = await all.signedIn('collector');
  const reviewer = await all.signedIn('reviewer');
  /** Brings an article in, confirms one claim of its first words, sends it and has it approved; gives its last receipt. */
  const reads = async ({ publisher, published, text, kind, item, claims, said }: Wish) => {
    const brought = await all.tell(
      '/api/articles',
      { text, publisher, published, language: 'en' },
      collector,
    );
    assert.equal(brought.statusCode, 200, brought.body);
    const page = (await all.see(`/api/articles/${brought.json().digest}?programme=orlia`, collector)).json();
    const report = articleReport(
      page,
      {
        report: randomUUID(),
        programme: 'orlia',
        by: collector.id,
        written: '2025-01-01T10:00:00.000Z',
        today: '2025-01-01',
        items: [{ id: item, kind, name: null }],
        confirmed: [
          {
            item,
            start: 0,
            end: 10,
            speaker: '',
            speaker_kind: 'outlet',
            relayed_by: '',
            certainty: 'asserted',
            doubt: '',
            event_date: '',
            claims: Object.entries(claims).map(([property, value]) => ({ property, value })),
            ...said,
          },
        ],
      },
      builtIn,
    );
    assert.ok('claims' in report, JSON.stringify(report));
    const [receipt] = await all.send('/api/reports', { reports: [{ report, personal: [] }] }, collector);
    assert.ok(receipt);
    const approval = decisionBy(reviewer.id, { act: 'approve', reports: [receipt.entry], step: 'review' });
    const [last] = await all.send('/api/decisions', { decisions: [approval] }, reviewer);
    return last?.number ?? 0;
  };
  const aligned = async (times = '') =>
    (await all.see(`/api/alignments?programme=orlia${times}`, reviewer)).json();
  return { ...all, reads, aligned };
}

test('two articles on one lifetime stand side by side, each with its words, speaker and sureness', async () => {
  const { reads, aligned, see, close } = await readingOffice();
  const item = randomUUID();
  const of = { kind: 'munition-model', item };
  await reads({
    ...of,
    publisher: 'Example Post',
    published: '2024-11-23',
    text: 'A few weeks after they are laid the mines are said to be inactive.',
    claims: { self_deactivate_claimed: { type: 'number', min: 336, typed: 'a few weeks' } },
    said: { certainty: 'reported', relayed_by: 'a wire' },
  });
  assert.equal((await aligned()).matched, 0, 'one source contradicts nobody');
  await reads({
    ...of,
    publisher: 'Dale Times',
    published: '2024-11-21',
    text: 'Within two weeks they become inert, a spokesman told the paper.',
    claims: { self_deactivate_claimed: { type: 'number', max: 336, typed: 'within two weeks' } },
    said: { speaker: 'a spokesman', speaker_kind: 'unnamed' },
  });
  const { alignments } = await aligned();
  assert.equal(alignments.length, 1);
  const [one] = alignments;
  assert.equal(one.property, 'self_deactivate_claimed');
  assert.deepEqual(
    one.pairs.map((p: { relation: string; reason: string }) => [p.relation, p.reason]),
    [['in-tension', 'at-a-bound']],
  );
  const told = new Map(
    one.told.map(({ saying }: { saying: { said: { name: string } } }) => [saying.said.name, saying]),
  );
  assert.partialDeepStrictEqual(told.get('Example Post'), {
    said: { speaker_kind: 'outlet', relayed_by: 'a wire' },
    sure: { certainty: 'reported' },
    value: { typed: 'a few weeks' },
  });
  assert.ok(told.has('a spokesman'));
  assert.notEqual((await see('/api/alignments?programme=orlia')).statusCode, 200, 'not for strangers');
  await close();
});

test('what was not confirmed one day and is confirmed two days later is superseded, and both stay to be seen', async () => {
  const { reads, aligned, close } = await readingOffice();
  const item = randomUUID();
  const of = { kind: 'statement', item };
  const before = await reads({
    ...of,
    publisher: 'Example Post',
    published: '2024-11-23',
    text: 'The decision has not been confirmed by the government so far.',
    claims: { stance: { type: 'code', code: 'declines-to-comment' } },
    said: { speaker: 'the government', speaker_kind: 'state' },
  });
  await reads({
    ...of,
    publisher: 'Dale Times',
    published: '2024-11-26',
    text: 'The government acknowledged on Monday that it had changed its mind.',
    claims: { stance: { type: 'code', code: 'confirms' } },
    said: { speaker: 'the government', speaker_kind: 'state', event_date: '2024-11-25' },
  });
  const relations = (answer: { alignments: { pairs: { relation: string }[] }[] }) =>
    answer.alignments.flatMap((a) => a.pairs.map((p) => p.relation));
  assert.deepEqual(relations(await aligned()), ['supersede']);
  assert.deepEqual(relations(await aligned(`&known=${before}`)), [], 'as it was known on the first day');
  assert.deepEqual(relations(await aligned('&at=2024-11-24')), [], 'as it was on a day between');
  await close();
});
