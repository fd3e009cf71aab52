import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDate } from '@tilth/domain/report/span';
import { say } from '@tilth/domain/say';
import ar from '@tilth/words/ar.json' with { type: 'json' };
import en from '@tilth/words/en.json' with { type: 'json' };
import es from '@tilth/words/es.json' with { type: 'json' };
import fr from '@tilth/words/fr.json' with { type: 'json' };
import uk from '@tilth/words/uk.json' with { type: 'json' };
import { type Precision, type Relation, whenText } from './when-text.ts';

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, uk, ar, fr, es };
const [first, last] = ['2015-03-04', '2017-11-20'];
const spans: Readonly<Record<Relation, Readonly<Record<Precision, readonly [string | null, string]>>>> = {
  in: { day: [first, first], month: ['2015-03-01', '2015-03-31'], year: ['2015-01-01', '2015-12-31'] },
  before: { day: [null, '2015-03-03'], month: [null, '2015-02-28'], year: [null, '2014-12-31'] },
  since: {
    day: [first, '2026-11-22'],
    month: ['2015-03-01', '2026-11-22'],
    year: ['2015-01-01', '2026-11-22'],
  },
  until: { day: [null, first], month: [null, '2015-03-31'], year: [null, '2015-12-31'] },
  between: { day: [first, last], month: ['2015-03-01', '2017-11-30'], year: ['2015-01-01', '2017-12-31'] },
};

test('what is picked reads back as what was meant, in every language, in whichever order the ends are picked', () => {
  for (const [tag, said] of Object.entries(words))
    for (const [relation, byPrecision] of Object.entries(spans))
      for (const [precision, [from, to]] of Object.entries(byPrecision))
        for (const ends of [
          { first, last },
          ...(relation === 'between' ? [{ first: last, last: first }] : []),
        ]) {
          const picked = { relation, precision, ...ends } as Parameters<typeof whenText>[0];
          const text = whenText(picked, tag, (r, facts) => say(said[`web.form.when.${r}`] ?? '', facts, tag));
          const span = readDate(text, { reportDate: '2026-11-22' });
          assert.ok(!('code' in span), `${tag}: ${text}`);
          assert.deepEqual([span.from, span.to], [from, to], `${tag}: ${text}`);
        }
});
