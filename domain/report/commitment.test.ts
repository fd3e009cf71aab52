import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkSealed } from '../record/check-sealed.ts';
import { builtIn } from '../record/kinds.ts';
import { canonical } from './canonical.ts';
import { commit, opens, sealPersonal } from './commitment.ts';
import type { Claim } from './entry.ts';
import { live, only } from './folded.testing.ts';
import { model, named, report, text } from './worlds.testing.ts';

let count = 0;
const salts = (): string => (++count).toString(16).padStart(32, '0');
const secretWord = fc.stringMatching(/^[A-Z][a-z]{6,12}$/).map((s) => `Zq${s}`);

test('law 9: after sealing no personal value, quote of it or word of doubt stands in the entry', () => {
  fc.assert(
    fc.property(fc.array(secretWord, { minLength: 1, maxLength: 4 }), (names) => {
      const { entry } = report(
        { kind: 'victim' },
        ...names.map((n) => ({
          property: 'full_name',
          value: text(n),
          where: { quote: { exact: n, prefix: `before ${n}` }, cell: { row: 2 } },
          sure: { source: 'B' as const, doubt: `perhaps ${n}` },
        })),
        ...names.map((n) => ({
          property: 'needs',
          value: { type: 'member' as const, of: text(n), yes: true },
        })),
        { property: 'outcome', value: { type: 'code', code: 'killed' } },
      );
      const sealed = sealPersonal(entry, model, salts);
      for (const n of names)
        assert.ok(!canonical(sealed.report).includes(n), 'a personal value stands in the entry');
      assert.equal(sealed.personal.length, names.length * 2);
      for (const p of sealed.personal) {
        const value = sealed.report.claims[p.n]?.value;
        assert.ok(value?.type === 'personal' && opens(value.commitment, p));
        assert.deepEqual(JSON.parse(p.value), JSON.parse(canonical(entry.claims[p.n]?.value)));
      }
      for (const n of names) assert.ok(JSON.stringify(sealed.kept).includes(n), 'what was said is lost');
      assert.deepEqual(sealed.report.claims[0]?.where, { cell: { row: 2 } });
      assert.deepEqual(sealed.report.claims.at(-1), entry.claims.at(-1));
    }),
    { numRuns: 1000 },
  );
});

test('without its salt a commitment does not open, and equal values have unequal commitments', () => {
  const value = text('Hill');
  const [a, b] = [salts(), salts()];
  assert.notEqual(commit(value, a), commit(value, b));
  assert.ok(!opens(commit(value, a), { salt: b, value: canonical(value) }));
});

test('a report without personal claims, or sealed already, comes back as it is', () => {
  const { entry } = report({}, { property: 'name', value: text('Hill') });
  assert.equal(sealPersonal(entry, model, salts).report, entry);
  const { entry: victim } = report({ kind: 'victim' }, { property: 'full_name', value: text('A B') });
  const once = sealPersonal(victim, model, salts);
  assert.equal(sealPersonal(once.report, model, salts).report, once.report);
});

test('law 9: words quoted of a victim or an accident are personal on any property, and do not enter the log', () => {
  for (const [kind, property, value] of [
    ['victim', 'outcome', { type: 'code', code: 'killed' }],
    ['accident', 'killed', { type: 'number', number: 1 }],
  ] as const) {
    const { entry } = report(
      { kind },
      {
        property,
        value,
        where: { quote: { exact: 'Zebedee Nobody died' }, cell: { row: 2 } },
        sure: { source: 'B', doubt: 'his sister Zoe says' },
      },
    );
    assert.equal(checkSealed(entry, builtIn)?.code, 'personal-in-clear');
    const sealed = sealPersonal(entry, builtIn, salts);
    assert.equal(checkSealed(sealed.report, builtIn), null);
    assert.deepEqual(sealed.report.claims, [
      { on: 0, property, value, where: { cell: { row: 2 } }, sure: { source: 'B' } },
    ]);
    assert.equal(sealed.kept?.sensitivity, 'personal');
    assert.ok(JSON.stringify(sealed.kept).includes('Zebedee') && JSON.stringify(sealed.kept).includes('Zoe'));
  }
  const land = report({}, { property: 'name', value: text('Hill'), where: { quote: { exact: 'the Hill' } } });
  assert.equal(sealPersonal(land.entry, builtIn, salts).report, land.entry);
});

test('law 9: no claim beside a person accused quotes the passage that names them', () => {
  const at = (start: number, end: number) => ({
    position: { start, end },
    quote: { exact: 'x', suffix: 'the text goes on' },
  });
  const { entry } = report(
    { kind: 'allegation' },
    { property: 'accused_person', value: text('Zebedee Nobody'), where: at(100, 140) },
    { property: 'person_named_by', value: { type: 'code', code: 'court' }, where: at(100, 140) },
    { property: 'subject', value: { type: 'code', code: 'use' }, where: at(80, 90) },
    { property: 'reply', value: text('They deny it.'), where: at(200, 240) },
  );
  assert.equal(checkSealed(entry, builtIn)?.code, 'personal-in-clear');
  const { report: sealed, kept } = sealPersonal(entry, builtIn, salts);
  assert.deepEqual(
    sealed.claims.map((c) => c.where?.quote !== undefined),
    [false, false, false, true],
    'the same words, and words kept around others, hold the name',
  );
  assert.deepEqual(sealed.claims[1]?.where, { position: { start: 100, end: 140 } }, 'its place stays');
  assert.deepEqual(Object.keys(kept?.columns ?? {}), ['claims.0.quote', 'claims.1.quote', 'claims.2.quote']);
  assert.equal(checkSealed(sealed, builtIn), null);
  const again = {
    ...sealed,
    claims: sealed.claims.map((c, n) => (n === 1 ? { ...c, where: at(100, 140) } : c)),
  };
  assert.equal(
    checkSealed(again, builtIn)?.code,
    'personal-in-clear',
    'the server tells by the places alone',
  );
  const unknown = report(
    { kind: 'allegation' },
    { property: 'accused_person', value: { type: 'unknown', why: 'not-stated' }, where: at(100, 140) },
    { property: 'subject', value: { type: 'code', code: 'use' }, where: at(100, 140) },
  );
  const open = sealPersonal(unknown.entry, builtIn, salts).report;
  assert.ok(open.claims[1]?.where?.quote, 'who is not named is in no quote');
});

test('that a personal value is unknown is not sealed, so a later list without the name does not hide it', () => {
  const unknown = { property: 'full_name', value: { type: 'unknown' as const, why: 'not-stated' } };
  const said = (date: string, claim: Omit<Claim, 'on'>) => {
    const sealed = sealPersonal(report({ kind: 'victim', date }, claim).entry, model, salts).report;
    assert.equal(checkSealed(sealed, model), null);
    return named(sealed);
  };
  const known = said('2019-01-01', { property: 'full_name', value: text('A B') });
  const p = only(live(known, said('2021-01-01', unknown)), 'full_name');
  assert.deepEqual([p.value, p.state], [known.entry.claims[0]?.value, 'settled']);
  const typed = { ...unknown, value: { ...unknown.value, typed: 'A? B?' } };
  assert.equal(said('2021-01-01', typed).entry.claims[0]?.value.type, 'personal');
});
