import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say } from '@tilth/domain/say';
import ar from '@tilth/words/ar.json' with { type: 'json' };
import en from '@tilth/words/en.json' with { type: 'json' };
import es from '@tilth/words/es.json' with { type: 'json' };
import fr from '@tilth/words/fr.json' with { type: 'json' };
import uk from '@tilth/words/uk.json' with { type: 'json' };

test('a receipt number is written in groups, as the language writes numbers, on a sheet as in the queue', () => {
  for (const [tag, words] of Object.entries({ ar, en, es, fr, uk })) {
    const grouped = new Intl.NumberFormat(tag).format(34_328);
    for (const sentence of [words['web.products.changes-lead'], words['web.receipt']])
      assert.ok(say(sentence, { day: '', number: 34_328 }, tag).includes(grouped), `${tag}: ${sentence}`);
  }
});
