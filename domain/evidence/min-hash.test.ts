import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bandsOf, isSameStory, likeness, type Sketch, sketchOf } from './min-hash.ts';

const anyWord = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnop'), minLength: 3, maxLength: 7 });
const anyText = (words: number) =>
  fc.array(anyWord, { minLength: words, maxLength: words }).map((w) => `${w.join(' ')}.`);

function sketched(text: string): Sketch {
  const sketch = sketchOf(text);
  assert.ok(sketch);
  return sketch;
}
const like = (a: string, b: string) => likeness(sketched(a), sketched(b));
const meet = (a: string, b: string) => {
  const of = new Set(bandsOf(sketched(a)));
  return bandsOf(sketched(b)).some((band) => of.has(band));
};

const WIRE = `The Ministry of Defence of Orlia said on Friday that its forces had laid 300 anti-personnel mines along the river Dale in March. The mines will switch themselves off within two weeks, the ministry said in a statement. A spokesperson for the Halden Trust, a demining charity, said that the charity had cleared twelve mines of that type near the bridge since then, and that none of them had switched itself off. Orlia joined the Mine Ban Convention in 2001. The ministry did not say whether it regards the convention as suspended. Villagers on both banks have been told to keep away from the water meadows until further notice.`;

test('the same wire story on two sites is one story, framed, shortened or set in other type', () => {
  const framed = `${WIRE}\n\nRead more: floods in spring\n\nCopyright 2024 The Dale Post. All rights reserved.`;
  const other = WIRE.toUpperCase().replaceAll(',', ' –');
  const shortened = WIRE.slice(0, WIRE.indexOf('Orlia joined'));
  const longer = `${WIRE} In other news, ${'the council met about the roads of the upper valley and put off what it had to decide there. '.repeat(3)}`;
  for (const copy of [framed, other, shortened, longer]) {
    assert.ok(isSameStory(like(WIRE, copy)), copy.slice(0, 60));
    assert.ok(meet(WIRE, copy), 'the index finds it');
  }
});

test('two reporters on one event are two stories', () => {
  const other = `Forces of Orlia have mined the banks of the river Dale, the Ministry of Defence confirmed at the end of the week. Some three hundred devices were used in March, it said, all of a kind that is claimed to become inert after a fortnight. Deminers of the Halden Trust dispute this: a dozen mines lifted at the bridge were all still live, according to its spokesperson. The country has been bound by the Mine Ban Convention since 2001.`;
  assert.equal(isSameStory(like(WIRE, other)), false);
});

test('what is like itself is wholly so, and likeness has no direction', () => {
  fc.assert(
    fc.property(anyText(60), anyText(60), (a, b) => {
      assert.deepEqual(like(a, a), { alike: 1, within: 1 });
      assert.deepEqual(like(a, b), like(b, a));
    }),
  );
});

test('the share two texts have in common is estimated within a fifth', () => {
  fc.assert(
    fc.property(anyText(400), fc.nat(400), (text, keep) => {
      const words = text.split(' ');
      const part = words.slice(0, Math.max(3, keep)).join(' ');
      const runs = (t: string) =>
        new Set(
          t
            .replace('.', '')
            .split(' ')
            .map((_, i, w) => w.slice(i, i + 3).join(' '))
            .slice(0, -2),
        );
      const [all, some] = [runs(text), runs(part)];
      const truth = [...some].filter((run) => all.has(run)).length / new Set([...all, ...some]).size;
      assert.ok(Math.abs(like(text, part).alike - truth) < 0.2);
    }),
    { numRuns: 40, seed: 7171 },
  );
});

test('texts in scripts without spaces are compared by their characters', () => {
  const a =
    '政府は金曜日に、軍が三月に川沿いに対人地雷三百個を敷設したと発表した。地雷は二週間以内に自ら機能を停止すると述べた。';
  assert.ok(isSameStory(like(a, `${a}続報あり。`)));
});

test('a text of less than three words is like nothing', () => {
  assert.equal(sketchOf(''), null);
  assert.equal(sketchOf('two words'), null);
});
