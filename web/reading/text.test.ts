import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutText, wordsOf } from './text.ts';

test('a text is cut where marks begin and end, within its paragraphs', () => {
  const cuts = cutText('ab cd\n\nef', [
    { id: 'long', start: 0, end: 5 },
    { id: 'short', start: 3, end: 5 },
  ]);
  assert.deepEqual(
    cuts.map((p) => p.map((c) => [c.text, ...c.marks])),
    [
      [
        ['ab ', 'long'],
        ['cd', 'short', 'long'],
      ],
      [['ef']],
    ],
  );
});

test('a character outside the basic plane counts as one', () => {
  const [[first, second] = []] = cutText('🙂 mines', [{ id: 'm', start: 2, end: 7 }]);
  assert.equal(first?.text, '🙂 ');
  assert.equal(second?.text, 'mines');
});

test('whatever is marked, the cuts give back every word of the text once and in order', () => {
  const piece = fc.constantFrom('a', 'bc', ' ', '\n', 'מוקש', '🙂');
  const span = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.array(span, { maxLength: 6 }), (pieces, spans) => {
      const text = pieces.join('');
      const marks = spans.map((s, n) => ({ id: `m${n}`, ...s })).filter((s) => s.start < s.end);
      const cuts = cutText(text, marks).flat();
      assert.equal(
        cuts
          .map((c) => c.text)
          .join('')
          .replaceAll(/\s/g, ''),
        text.replaceAll(/\s/g, ''),
      );
      for (const c of cuts) assert.equal([...text].slice(c.start, c.end).join(''), c.text);
    }),
  );
});

test('words are found where they stand', () => {
  assert.deepEqual(wordsOf(' 🙂 ab'), [
    { start: 1, end: 2 },
    { start: 3, end: 5 },
  ]);
});
