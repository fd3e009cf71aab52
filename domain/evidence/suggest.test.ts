import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Gold, score } from './score.ts';
import { suggest } from './suggest.ts';

interface Marked {
  readonly text: string;
  /** what is reached at least on this text, where that is not what is asked of all */
  readonly floors?: Readonly<
    Partial<Record<'recall' | 'precision' | 'speaker_kind' | 'certainty' | 'value' | 'event_date', number>>
  >;
  readonly claims: readonly (Readonly<Record<string, unknown>> & { readonly span: string })[];
}

const gold = new URL('./gold/', import.meta.url);

for (const name of readdirSync(gold)) {
  test(`${name}: claims a person marked are suggested, with speaker, certainty, number and date, as well as they were`, () => {
    const { text, floors, claims }: Marked = JSON.parse(readFileSync(new URL(name, gold), 'utf8'));
    const marked: Gold[] = claims.map((c) => {
      const start = text.indexOf(c.span);
      assert.ok(start >= 0, c.span);
      return { ...c, start, end: start + c.span.length };
    });
    const found = score(suggest(text), marked);
    const reached = { recall: found.recall, precision: found.precision, ...found.fields };
    for (const [what, least] of Object.entries(
      floors ?? { recall: 0.9, precision: 0.67, speaker_kind: 0.85 },
    )) {
      const is = reached[what as keyof typeof reached] ?? 1;
      assert.ok(is >= least, `${what} ${is}`);
    }
  });
}

test('spans are exact, in code points, whatever stands before them', () => {
  const text = '🕊️ Kyïv — 𝔄 note\n\nNorway said on Friday that it destroyed 160,000 mines in 1996.\n';
  const points = [...text];
  const made = suggest(text);
  assert.ok(made.length > 0);
  for (const s of made) assert.equal(points.slice(s.span.start, s.span.end).join(''), s.span.text);
});

test('texts that nobody wrote well end in an answer, and spans lie within them', () => {
  const strange = [
    '',
    '"A quote that never closes, the minister said. And goes on and on',
    'قالت السلطات إن الألغام زُرعت في الحقول يوم الاثنين.',
    '\u0000\ud800\n\n\ufffe',
    `${'a '.repeat(5_000)}.`,
    'ONLY CAPITALS AND NO VERBS',
    ')))((("""',
  ];
  for (const text of strange) {
    const length = [...text].length;
    for (const { span } of suggest(text))
      assert.ok(span.start >= 0 && span.end <= length && span.start < span.end);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const points = [...text];
      for (const { span } of suggest(text))
        assert.equal(points.slice(span.start, span.end).join(''), span.text);
    }),
    { numRuns: 100 },
  );
});

test('one text gives one answer', () => {
  const text =
    'Latvia notified its withdrawal on June 27, 2025, officials said. It takes effect within six months.';
  assert.deepEqual(suggest(text), suggest(text));
});

test('who speaks through somebody else is named with who hands it on', () => {
  const [made] = suggest('The shipment was approved, according to multiple reports from unnamed officials.');
  assert.equal(made?.speaker_kind, 'unnamed');
  assert.equal(made?.relayed_by, 'multiple reports');
  assert.equal(made?.certainty, 'reported');
});

test('a release speaks for whoever puts it out, also on another site, and a newspaper for itself', () => {
  const release =
    'Mines were laid near the school, Example Rights Trust said today.\n\nThe mines maim children.\n';
  const kinds = (text: string, publisher?: string) =>
    suggest(text, publisher === undefined ? {} : { publisher }).map((s) => s.speaker_kind);
  assert.deepEqual(kinds(release), ['organisation', 'organisation']);
  assert.deepEqual(kinds(release, 'Relief site'), ['organisation', 'organisation']);
  assert.deepEqual(kinds(release, 'Kyiv Post'), ['organisation', 'outlet']);
  assert.deepEqual(kinds('The mines maim children.\n', 'Ministry of Defence of Norway'), ['state']);
  assert.deepEqual(kinds('The mines maim children.\n', 'Anadolu Agency'), ['outlet']);
});
