import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtIn } from '../record/kinds.ts';
import { digestOf } from '../report/digest.ts';
import { voiceOf } from '../report/voice.ts';
import { id, item, person } from '../report/worlds.testing.ts';
import { articleReport, type Confirmed, type ReadArticle, type Reading } from './article-report.ts';
import { propose } from './propose.ts';
import { suggest } from './suggest.ts';

const text =
  'Orlia to receive “short-lived” mines 🙂\n\nThe mines become inert within ten days, spokesman Jan Brandt told reporters on Tuesday. Orlia has not ratified the Mine Ban Treaty.\n';
const article: ReadArticle = {
  title: 'Orlia to receive mines',
  publisher: 'Example Post',
  published: '2025-03-06',
  author: null,
  date_line: null,
  original_publisher: null,
  relays: [],
  language: 'en',
  address: null,
  text,
  text_digest: 'a'.repeat(64),
  voice: { name: 'Example Post' },
};
const points = [...text];
const at = (words: string) => {
  const start = [...text.slice(0, text.indexOf(words))].length;
  return { start, end: start + [...words].length };
};
const confirmed = (more: Partial<Confirmed> = {}): Confirmed => ({
  item: item(1),
  ...at('inert within ten days'),
  speaker: 'Jan Brandt',
  speaker_kind: 'official-named',
  relayed_by: '',
  certainty: 'asserted',
  doubt: '',
  event_date: '2025-03-04',
  claims: [{ property: 'self_deactivate_claimed', value: { type: 'number', max: 240 } }],
  ...more,
});
const reading = (...c: readonly Confirmed[]): Reading => ({
  report: id('e', 1),
  programme: 'orlia',
  by: person(1),
  written: '2025-03-07T08:00:00.000Z',
  today: '2025-03-07',
  items: [{ id: item(1), kind: 'munition-model', name: 'The mines for Orlia' }],
  confirmed: c,
});
const made = (...c: readonly Confirmed[]) => {
  const report = articleReport(article, reading(...c), builtIn);
  assert.ok('claims' in report, JSON.stringify(report));
  return report;
};

test('a confirmed suggestion is a claim with its words, speaker, sureness and date', () => {
  const report = made(confirmed());
  assert.equal(report.capture, article.text_digest);
  assert.deepEqual(
    report.claims.map((c) => c.property),
    ['name', 'self_deactivate_claimed'],
  );
  const claim = report.claims[1];
  assert.equal(claim?.where?.quote?.exact, 'inert within ten days');
  assert.equal(
    points.slice(claim?.where?.position?.start, claim?.where?.position?.end).join(''),
    'inert within ten days',
    'a character outside the basic plane before it moves nothing',
  );
  assert.deepEqual(claim?.said, { name: 'Jan Brandt', speaker_kind: 'official-named' });
  assert.deepEqual(claim?.sure, { certainty: 'asserted' });
  assert.deepEqual(claim?.when, { from: '2025-03-04', to: '2025-03-04' });
});

test('nothing becomes a report that nobody confirmed', () => {
  const suggested = suggest(text, { publisher: article.publisher, published: '2025-03-06' });
  assert.ok(suggested.length > 0);
  const found = articleReport(article, reading(), builtIn);
  assert.ok(!('claims' in found) && found.some((p) => p.code === 'report-empty'));
});

test('the outlet speaks with the voice of whoever published the text first', () => {
  const own = confirmed({ speaker: 'Example Post (own voice)', speaker_kind: 'outlet' });
  const claim = made(own).claims[1];
  assert.equal(voiceOf(made(own), claim), 'Example Post');
  const wire = articleReport(
    { ...article, original_publisher: 'Wire', voice: { name: 'Wire' } },
    reading(own),
    builtIn,
  );
  assert.ok('claims' in wire);
  assert.equal(voiceOf(wire, wire.claims[1]), 'Wire');
});

test('a date after the article is a plan, and one that nobody can read is named', () => {
  assert.equal(made(confirmed({ event_date: '2026-01' })).claims[1]?.when, undefined);
  const found = articleReport(article, reading(confirmed({ event_date: 'someday' })), builtIn);
  assert.ok(!('claims' in found));
  assert.deepEqual(
    found.map((p) => p.code),
    ['date-unreadable'],
  );
});

test('what a text denies is no fact of the record', () => {
  const found = articleReport(article, reading(confirmed({ certainty: 'denied' })), builtIn);
  assert.ok(!('claims' in found));
  assert.deepEqual(found, [
    {
      code: 'claim-not-a-fact',
      facts: { property: 'self_deactivate_claimed', certainty: 'denied' },
    },
  ]);
});

test('words outside the text are refused', () => {
  const found = articleReport(article, reading(confirmed({ end: 10_000 })), builtIn);
  assert.ok(!('claims' in found));
  assert.deepEqual(
    found.map((p) => p.code),
    ['span-outside-text'],
  );
});

test('every proposal can be taken as it stands', () => {
  for (const s of suggest(text, { publisher: article.publisher, published: '2025-03-06' })) {
    const { kind, values } = propose(s, builtIn);
    const report = articleReport(
      article,
      {
        ...reading(
          confirmed({
            ...s.span,
            event_date: s.event_date ?? '',
            certainty: s.certainty,
            claims: Object.entries(values).map(([property, value]) => ({ property, value })),
          }),
        ),
        items: [{ id: item(1), kind, name: 'a thing' }],
      },
      builtIn,
    );
    assert.ok('claims' in report, `${s.span.text}: ${JSON.stringify(report)}`);
  }
});

test('no record is called by words that name a person accused', () => {
  const accused = (name: string) => {
    const report = articleReport(
      article,
      {
        ...reading(
          confirmed({
            claims: [
              { property: 'accused_person', value: { type: 'text', text: 'Jan Brandt' } },
              { property: 'person_named_by', value: { type: 'code', code: 'court' } },
            ],
          }),
        ),
        items: [{ id: item(1), kind: 'allegation', name, typed: true }],
      },
      builtIn,
    );
    assert.ok('claims' in report, JSON.stringify(report));
    return report.claims.map((c) => c.property);
  };
  assert.deepEqual(accused('spokesman BRANDT is to answer for it'), ['accused_person', 'person_named_by']);
  assert.deepEqual(accused('The mines of March'), ['name', 'accused_person', 'person_named_by']);
});

test('a name that nobody typed names nobody, whoever proposed it; a person’s own stands as typed', () => {
  const called = (name: string, typed: boolean) => {
    const report = articleReport(
      article,
      { ...reading(confirmed()), items: [{ id: item(1), kind: 'munition-model', name, typed }] },
      builtIn,
    );
    assert.ok('claims' in report, JSON.stringify(report));
    return report.claims.flatMap((c) =>
      c.property === 'name' && c.value.type === 'text' ? c.value.text : [],
    );
  };
  assert.deepEqual(called('Police arrested Omar Placeholder', false), ['Police arrested …']);
  assert.deepEqual(called('Omar Placeholder', false), []);
  assert.deepEqual(called('The Placeholder mines', true), ['The Placeholder mines']);
});

test('what the text does not tell is the reader’s finding: nobody said it, and no words are quoted for it', () => {
  const report = made(
    confirmed({
      claims: [
        { property: 'self_deactivate_claimed', value: { type: 'number', max: 240 } },
        { property: 'self_destruct_claimed', value: { type: 'unknown', why: 'not-stated' } },
      ],
    }),
  );
  assert.deepEqual(
    report.claims.find((c) => c.value.type === 'unknown'),
    { on: 0, property: 'self_destruct_claimed', value: { type: 'unknown', why: 'not-stated' } },
  );
  assert.equal(report.claims[1]?.said?.name, 'Jan Brandt');
});

test('the same reading makes the same bytes', () => {
  const some = fc.array(
    fc.record({ certainty: fc.constantFrom('asserted' as const, 'planned' as const), doubt: fc.string() }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(some, (all) => {
      const claims = all.map((c) => confirmed({ ...c, doubt: c.doubt.replace(/[^a-z ]/g, '') }));
      assert.equal(digestOf(made(...claims)), digestOf(made(...claims)));
    }),
  );
});
