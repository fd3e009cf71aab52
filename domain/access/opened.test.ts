import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Rule } from '../report/entry.ts';
import { readLevel } from './level.ts';
import { openedBy } from './opened.ts';

const id = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

function rule(n: number, key: string, value: unknown, after: readonly number[] = []): Rule {
  return {
    type: 'rule',
    id: id(n),
    programme: 'orlia',
    by: id(999),
    written: '2024-01-01T00:00:00.000Z',
    reason: '',
    after: after.map((a) => ({ id: id(a), digest: '0'.repeat(64) })),
    sets: 'public',
    key,
    value,
  };
}

test('without a rule the programme opens what it was made with', () => {
  assert.deepEqual(openedBy({ accident: 'public' }, []), { accident: 'public' });
});

test('a rule on all kinds decides for all, and one on a kind for that kind', () => {
  assert.deepEqual(openedBy({}, [rule(1, '', 'partner'), rule(2, 'accident', 'public')]), {
    '*': 'partner',
    accident: 'public',
  });
});

test('a rule taken back closes what the programme was made with', () => {
  assert.deepEqual(openedBy({ '*': 'restricted' }, [rule(1, '', null)]), {});
  assert.deepEqual(openedBy({ accident: 'public' }, [rule(1, 'accident', null)]), {});
});

test('a kind whose rule is taken back is as open as all kinds are', () => {
  const rules = [rule(1, '', 'partner'), rule(2, 'accident', 'public'), rule(3, 'accident', null, [2])];
  assert.equal(readLevel(undefined, openedBy({}, rules), 'accident'), 'partner');
});

test('two rules that do not know of each other open the less of the two, nothing where one takes it back', () => {
  assert.deepEqual(openedBy({}, [rule(1, '', 'public'), rule(2, '', 'restricted')]), { '*': 'public' });
  assert.deepEqual(openedBy({}, [rule(1, '', null), rule(2, '', 'restricted')]), {});
});

test('nothing a rule says ever opens what is personal, and the order of rules does not matter', () => {
  const anyRule = fc.record({
    n: fc.integer({ min: 1, max: 9 }),
    key: fc.constantFrom('', 'accident', 'victim'),
    value: fc.constantFrom('public', 'partner', 'restricted', 'personal', null, 7, ['public']),
    after: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(anyRule, { selector: (r) => r.n, maxLength: 6 }),
      fc.constantFrom({}, { '*': 'restricted' } as const, { victim: 'partner' } as const),
      (given, made) => {
        const rules = given.map((r) => rule(r.n, r.key, r.value, r.after));
        const opened = openedBy(made, rules);
        assert.ok(
          Object.values(opened).every((level) => ['public', 'partner', 'restricted'].includes(level)),
        );
        assert.deepEqual(openedBy(made, rules.toReversed()), opened);
      },
    ),
    { numRuns: 1000 },
  );
});
