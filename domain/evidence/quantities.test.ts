import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quantitiesIn } from './quantities.ts';
import { readRange } from './range.ts';

const read = (text: string) => quantitiesIn(text).map((q) => [q.value, q.unit, q.bound]);

test('numbers with what they count, in figures and words', () => {
  assert.deepEqual(read('at least 5,757 people were killed'), [[5757, 'person', 'at-least']]);
  assert.deepEqual(read('about 174,000 square kilometers'), [[174000, 'km2', 'about']]);
  assert.deepEqual(read('twenty-five deminers'), [[25, 'deminer', 'exact']]);
  assert.deepEqual(read('half a million landmines'), [[500000, 'mine', 'exact']]);
  assert.deepEqual(read('2.35 percent'), [[2.35, 'percent', 'exact']]);
});

test('money with its currency and scale', () => {
  assert.deepEqual(read('a $275 million aid package'), [[275_000_000, 'usd', 'exact']]);
  assert.deepEqual(read('€1.5bn'), [[1_500_000_000, 'eur', 'exact']]);
});

test('"within two weeks" is an upper bound, "a few weeks" is vague', () => {
  assert.deepEqual(read('Within two weeks they become inert'), [[2, 'week', 'at-most']]);
  assert.deepEqual(read('after a few weeks of deployment'), [['few', 'week', 'vague']]);
  assert.deepEqual(read('up to 30 days'), [[30, 'day', 'at-most']]);
});

test('"no fewer than" is a lower bound, "fewer than" an upper one', () => {
  assert.deepEqual(read('no fewer than 203 civilians'), [[203, 'civilian', 'at-least']]);
  assert.deepEqual(read('not less than 8 years'), [[8, 'year', 'at-least']]);
  assert.deepEqual(read('fewer than 20 mines'), [[20, 'mine', 'at-most']]);
  assert.deepEqual(read('one person was killed'), [[1, 'person', 'exact']]);
});

test('a year is a date and no quantity', () => {
  assert.deepEqual(read('In 2020 the ban was lifted'), []);
});

test('any text gives quantities that lie within it, in order', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      let last = 0;
      for (const q of quantitiesIn(text)) {
        assert.ok(q.start >= last && q.end > q.start && q.end <= text.length);
        last = q.start;
      }
    }),
    { numRuns: 1000 },
  );
});

test('whatever is counted, money by its code, and numbers that count nothing', () => {
  const all = (text: string) => quantitiesIn(text).map((q) => [q.value, q.unit]);
  assert.deepEqual(all('three of its soldiers'), [[3, 'soldier']]);
  assert.deepEqual(all('between 30 and 50 families'), [['30-50', 'family']]);
  assert.deepEqual(all('EUR 900,000 and C$3 million'), [
    [900_000, 'eur'],
    [3_000_000, 'cad'],
  ]);
  assert.deepEqual(all('30 to 40 million euros'), [['30000000-40000000', 'eur']]);
  assert.deepEqual(all('On 3 November, under Article 5, one of the most mined towns'), []);
});

test('of a range both ends are kept, with the scale of the second; from one number to another is a change', () => {
  const all = (text: string) => quantitiesIn(text).map((q) => [q.value, q.unit, q.bound]);
  assert.deepEqual(all('six to eight years'), [['6-8', 'year', 'exact']]);
  assert.deepEqual(all('between four and six weeks'), [['4-6', 'week', 'exact']]);
  assert.deepEqual(all('some $30-35 million'), [['30000000-35000000', 'usd', 'about']]);
  assert.deepEqual(all('between $2 million and $3 million'), [['2000000-3000000', 'usd', 'exact']]);
  assert.deepEqual(all('rose from 40 to 60 teams'), [[40, 'team', 'exact']]);
  fc.assert(
    fc.property(fc.nat(9999), fc.nat(9999), (a, b) => {
      const text = `between ${a} and ${b} mines`;
      const [first] = quantitiesIn(text);
      const ends = readRange(first?.value);
      assert.deepEqual(a < b ? ends : first?.value, a < b ? [a, b] : a);
    }),
  );
});

test('a span of one is a quantity where a word of how far stands before it; ages and shares are none', () => {
  const all = (text: string) => quantitiesIn(text).map((q) => [q.value, q.unit, q.bound]);
  assert.deepEqual(all('more than a century'), [[1, 'century', 'at-least']]);
  assert.deepEqual(all('within a week'), [[1, 'week', 'at-most']]);
  assert.deepEqual(all('for a year, a 44-year-old farmer sampled one in ten lanes'), []);
  assert.deepEqual(all('taught 12,000 pupils what mines look like'), [[12_000, 'pupil', 'exact']]);
  assert.deepEqual(all('Eleven witnesses'), [[11, 'witness', 'exact']]);
});

test('a number and a half, and lengths in feet or of one metre', () => {
  const of = (text: string) => quantitiesIn(text).map(({ value, unit, bound }) => [value, unit, bound]);
  assert.deepEqual(of('It took three and a half days'), [[3.5, 'day', 'exact']]);
  assert.deepEqual(of('thrown some 30 feet'), [[30, 'foot', 'about']]);
  assert.deepEqual(of('more than a metre deep'), [[1, 'metre', 'at-least']]);
  assert.deepEqual(of('more than half a million dollars'), [[500_000, 'usd', 'at-least']]);
});
