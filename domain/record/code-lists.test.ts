import assert from 'node:assert/strict';
import test from 'node:test';
import { ageBandOf, ageBandSchemes } from './age-bands.ts';
import { codeLists } from './code-lists.ts';
import type { CodeList } from './kind.ts';
import { builtIn } from './kinds.ts';
import { narrowerCodes, readCode, spelling } from './read-code.ts';

const list = (name: string): CodeList => {
  const found = builtIn.lists.get(name);
  assert.ok(found, name);
  return found;
};

test('every list is named once and says where it comes from', () => {
  assert.equal(builtIn.lists.size, codeLists.length);
  for (const l of codeLists) assert.ok(l.label && l.source.length > 5, l.name);
});

test('codes are kebab-case, those of states as ISO 3166-1 writes them, and labelled', () => {
  for (const l of codeLists)
    for (const [code, c] of Object.entries(l.codes)) {
      const shape = l.name === 'country' ? /^[A-Z]{3}$/ : /^[a-z0-9]+(-[a-z0-9]+)*$/;
      assert.match(code, shape, `${l.name} ${code}`);
      assert.ok(c.label.trim(), `${l.name} ${code}`);
    }
});

test('a narrower code lies within one of its own list, and never within itself', () => {
  for (const l of codeLists)
    for (const [code, c] of Object.entries(l.codes)) {
      const seen = [code];
      for (let wider = c.within; wider !== undefined; wider = l.codes[wider]?.within) {
        assert.ok(Object.hasOwn(l.codes, wider) && !seen.includes(wider), `${l.name} ${code}`);
        seen.push(wider);
      }
    }
});

test('no spelling means two codes, and every code is read back from its label and spellings', () => {
  for (const l of codeLists)
    for (const [code, c] of Object.entries(l.codes)) {
      assert.equal(readCode(l, code), code, `${l.name} ${code}`);
      assert.equal(readCode(l, c.label), code, `${l.name} ${c.label}`);
      for (const also of c.also ?? []) {
        assert.equal(readCode(l, also), code, `${l.name} ${also}`);
        assert.equal(spelling(also), also, `${l.name} ${also} is written as it is compared`);
      }
    }
});

test('every list is used by a property or by the record itself', () => {
  const used = new Set(
    [...builtIn.kinds.values()].flatMap((k) => Object.values(k.properties).map((p) => p.codes)),
  );
  const byTheRecord = [
    'why-unknown',
    'definition',
    'information-reliability',
    'source-reliability',
    'device-information',
  ];
  const unused = codeLists.map((l) => l.name).filter((n) => !used.has(n) && !byTheRecord.includes(n));
  assert.deepEqual(unused, []);
});

test('words of other systems and languages are read', () => {
  assert.equal(readCode(list('hazard-class'), 'Suspected Minefield'), 'sha');
  assert.equal(readCode(list('hazard-class'), ' CHA '), 'cha');
  assert.equal(readCode(list('casualty-outcome'), 'Muerto'), 'killed');
  assert.equal(readCode(list('re-method'), 'house_to_house'), 'house-to-house');
  assert.equal(readCode(list('ordnance-category'), 'anti-personnel'), 'ap-mine');
  assert.equal(readCode(list('activity-type'), 'Non-technical survey'), 'nts');
});

test('what an earlier system calls released is read as closed with papers not held', () => {
  for (const word of ['Released', 'Handed over', 'Lifted'])
    assert.equal(readCode(list('hazard-status'), word), 'closed-papers-not-held');
});

test('a word that means nothing in the list is not guessed', () => {
  for (const word of ['', ' ', 'shaa', 'constructor', '__proto__'])
    assert.equal(readCode(list('hazard-class'), word), null);
});

test('narrower codes: an anti-personnel mine is a mine', () => {
  assert.deepEqual(narrowerCodes(list('ordnance-category'), 'mine'), [
    'mine',
    'ap-mine',
    'av-mine',
    'improvised-mine',
  ]);
  assert.ok(narrowerCodes(list('ordnance-category'), 'erw').includes('submunition'));
});

test('age bands do not overlap, have codes, and roll up to child or adult by age', () => {
  const codes = list('age-band').codes;
  for (const scheme of ageBandSchemes) {
    let next = 0;
    for (const band of scheme.bands) {
      assert.ok(band.from >= next, scheme.name);
      next = (band.to ?? 200) + 1;
      const rolled = codes[band.code]?.within ?? band.code;
      assert.equal(rolled, band.from < 18 ? 'child' : 'adult', `${scheme.name} ${band.code}`);
      assert.ok(band.from >= 18 || (band.to ?? 200) < 18, `${band.code} crosses 18`);
    }
  }
  const syria = ageBandSchemes.find((s) => s.name === 'syria-2019');
  assert.ok(syria);
  assert.deepEqual(
    [4, 5, 12, 13, 17.9, 18, 80].map((age) => ageBandOf(syria, age)),
    [null, 'age-5-12', 'age-5-12', 'age-13-17', 'age-13-17', 'age-18-plus', 'age-18-plus'],
  );
});
