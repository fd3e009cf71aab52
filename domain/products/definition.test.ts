import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offered } from '../figures/figure.ts';
import { checkRule } from '../record/check-rule.ts';
import { builtIn } from '../record/kinds.ts';
import { rule } from '../report/worlds.testing.ts';
import { definitionsOf, readLine, seeded } from './definition.ts';

test('seeded reports ask only for figures there are, by what they may be broken down by', () => {
  for (const [id, { lines }] of Object.entries(seeded))
    for (const line of lines) assert.deepEqual(readLine(line), line, `${id}: ${line.figure} by ${line.by}`);
});

test('every breakdown is a property of the kind or one that is worked out', () => {
  const workedOut = ['month', 'age_group', 'attended', 'beneficiary_group'];
  const kindOf = (figure: string) =>
    ({
      victims: 'victim',
      accidents: 'accident',
      finds: 'find',
      disposed: 'find',
      released: 'released-land',
    })[figure];
  for (const { id, by } of offered)
    for (const name of by) {
      const kind = builtIn.kinds.get(kindOf(id) ?? '');
      if (kind) assert.ok(workedOut.includes(name) || name in kind.properties, `${id} by ${name}`);
    }
});

test('a programme’s own definition holds from its rule on, and the seeded one again once it is taken back', () => {
  const own = { ...seeded.weekly, title: 'Our week', lines: [{ figure: 'accidents', by: 'month' }] };
  const written = { ...rule('report', own).entry, key: 'weekly' };
  assert.equal(checkRule(written, builtIn), null);
  const [weekly] = definitionsOf([written]);
  assert.deepEqual(
    [weekly?.id, weekly?.definition.title, weekly?.rule?.id],
    ['weekly', 'Our week', written.id],
  );
  const back = { ...rule('report', null).entry, key: 'weekly', after: [{ id: written.id, digest: '' }] };
  assert.equal(definitionsOf([written, back])[0]?.rule, null);
});

test('a definition that asks for a breakdown there is none of is refused', () => {
  const wrong = { ...seeded.weekly, lines: [{ figure: 'accidents', by: 'sex' }] };
  assert.equal(
    checkRule({ ...rule('report', wrong).entry, key: 'weekly' }, builtIn)?.code,
    'rule-unreadable',
  );
});
