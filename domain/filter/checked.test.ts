import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import { askable, testsOf } from './askable.ts';
import { checkFilter } from './checked.ts';
import { readFilter } from './read.ts';

const area = builtIn.kinds.get('hazardous-area');
const check = (text: string, kind = area) => {
  assert.ok(kind);
  const read = readFilter(text);
  return 'code' in read ? read : checkFilter(read, kind, builtIn.lists);
};
const one = (text: string) => {
  const checked = check(text);
  assert.ok(!('code' in checked), `${text}: ${JSON.stringify(checked)}`);
  const [first] = checked;
  assert.ok(first);
  return { not: first.not, ...first.meaning };
};
const code = (text: string, kind = area) => {
  const checked = check(text, kind);
  return 'code' in checked ? checked.code : 'read';
};

test('a number is taken in the property’s own unit', () => {
  const more = (at: number) => ({ not: false, by: 'numbers', from: { at, included: false }, to: null });
  assert.deepEqual(one('reported_area > 2.3 ha'), more(23_000));
  assert.deepEqual(one('required_depth > 20 cm'), more(200));
  assert.deepEqual(one('reported_area > 2000'), more(2000));
  assert.equal(code('reported_area > 2 kg'), 'filter-value-wrong');
  assert.equal(code('reported_area > large'), 'filter-value-wrong');
});

test('a month or a year is all its days', () => {
  assert.deepEqual(one('identified_on is 2024-02'), {
    not: false,
    by: 'days',
    from: '2024-02-01',
    to: '2024-02-29',
    wholly: false,
  });
  assert.deepEqual(one('identified_on before 2024'), {
    not: false,
    by: 'days',
    from: null,
    to: '2023-12-31',
    wholly: false,
  });
  assert.deepEqual(one('identified_on after 2024-02'), {
    not: false,
    by: 'days',
    from: '2024-03-01',
    to: null,
    wholly: false,
  });
  assert.deepEqual(one('identified_on is not 2024'), {
    not: true,
    by: 'days',
    from: '2024-01-01',
    to: '2024-12-31',
    wholly: true,
  });
  assert.equal(code('identified_on is 2024-13'), 'filter-value-wrong');
  assert.equal(code('identified_on is one of (2024, 2025)'), 'filter-value-wrong');
});

test('a code stands for the narrower ones too, and may be said by its label', () => {
  const list = builtIn.lists.get('ordnance-category');
  const wide = Object.values(list?.codes ?? {}).find((c) => c.within !== undefined)?.within;
  assert.ok(wide);
  const { values } = one(`categories is "${wide}"`) as { values: readonly string[] };
  assert.ok(values.length > 1 && values.includes(wide));
  assert.deepEqual(one('hazard_status is Open'), one('hazard_status is open'));
  assert.equal(code('hazard_status is purple'), 'code-unknown');
});

test('personal properties, places and what the kind has not are refused, and so is a test that does not suit', () => {
  const personal = [...builtIn.kinds.values()].flatMap((kind) =>
    Object.entries(kind.properties)
      .filter(([, p]) => p.sensitivity === 'personal')
      .map(([name]) => [kind, name] as const),
  );
  assert.ok(personal.length > 5);
  for (const [kind, name] of personal)
    for (const test of ['is not empty', 'is "Somebody"', 'contains "S"', 'is disputed'])
      assert.equal(code(`${name} ${test}`, kind), 'filter-not-allowed', `${kind.name}.${name}`);
  assert.equal(code('outline is empty'), 'filter-not-allowed');
  assert.equal(code('colour is red'), 'property-unknown');
  assert.equal(code('constructor is red'), 'property-unknown');
  assert.equal(code('reported_area contains 2'), 'filter-test-wrong');
  assert.equal(code('name > 2'), 'filter-test-wrong');
  assert.equal(code('standing is empty'), 'filter-test-wrong');
});

test('every property of every kind that is not personal can be asked in each way that is offered', () => {
  const sample = { text: 'x', yesno: 'yes', number: '1', date: '2024', code: '' } as const;
  for (const kind of builtIn.kinds.values()) {
    for (const name of [...Object.keys(kind.properties), 'standing', 'disputed']) {
      const asked = askable(kind, name);
      if (asked === null) continue;
      const codes =
        typeof asked.codes === 'string'
          ? Object.keys(builtIn.lists.get(asked.codes)?.codes ?? {})
          : asked.codes;
      const value = sample[asked.type] || codes?.[0] || 'x';
      for (const t of testsOf(asked)) {
        const n = { empty: 0, filled: 0, disputed: 0, agreed: 0, between: 2 }[t as string] ?? 1;
        const checked = checkFilter(
          [{ property: name, test: t, values: Array(n).fill(value) }],
          kind,
          builtIn.lists,
        );
        assert.ok(!('code' in checked), `${kind.name}.${name} ${t}: ${JSON.stringify(checked)}`);
      }
    }
  }
});
