import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Rule } from '../report/entry.ts';
import { checkRule } from './check-rule.ts';
import { checkClaim } from './check-value.ts';
import { columnsOf } from './columns.ts';
import { documentation } from './documentation.ts';
import { valueSchema } from './json-schema.ts';
import type { Kind, Model } from './kind.ts';
import { builtIn } from './kinds.ts';
import { modelOf } from './model.ts';
import { readCode } from './read-code.ts';
import { limitsOf, numberPattern } from './settings.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function rule(
  n: number,
  sets: Rule['sets'],
  key: string,
  value: unknown,
  after: readonly number[] = [],
): Rule {
  return {
    type: 'rule',
    id: id(n),
    programme: 'orlia',
    by: id(900),
    written: '2024-05-02T08:00:00.000Z',
    reason: 'asked for by the field',
    after: after.map((a) => ({ id: id(a), digest: 'ab'.repeat(32) })),
    sets,
    key,
    value,
  };
}

function hazards(model: Model): Kind {
  const found = model.kinds.get('hazardous-area');
  assert.ok(found);
  return found;
}
const flood = { label: 'Flooded', type: 'yesno', sensitivity: 'partner', labels: { es: 'Inundada' } };
const key = 'hazardous-area.flooded';

test('without rules the model is the built-in one', () => {
  assert.equal(modelOf([]), builtIn);
  assert.equal(modelOf([rule(1, 'review-steps', '', ['a'])]), builtIn);
});

test('an own property takes part in check, columns, schema and documentation', () => {
  const model = modelOf([rule(1, 'own-property', key, flood)]);
  const kind = hazards(model);
  assert.equal(
    checkClaim(kind, { on: 0, property: 'flooded', value: { type: 'yesno', yes: true } }, model),
    null,
  );
  assert.ok(columnsOf(kind).some((c) => c.name === 'flooded' && c.label === 'Flooded'));
  assert.ok(documentation(model).includes('`flooded`'));
  const property = kind.properties.flooded;
  assert.ok(property?.own && property.labels?.es === 'Inundada');
  assert.ok(JSON.stringify(valueSchema(property, model)).includes('yesno'));
});

test('an own property is not there for other kinds, nor for programmes without the rule', () => {
  const model = modelOf([rule(1, 'own-property', key, flood)]);
  assert.ok(!model.kinds.get('accident')?.properties.flooded);
  assert.ok(!hazards(builtIn).properties.flooded);
});

test('a later rule replaces the one it came after, and null takes the property back', () => {
  const first = rule(1, 'own-property', key, flood);
  const second = rule(2, 'own-property', key, { ...flood, label: 'Under water' }, [1]);
  assert.equal(hazards(modelOf([first, second])).properties.flooded?.label, 'Under water');
  const third = rule(3, 'own-property', key, null, [2]);
  assert.equal(hazards(modelOf([third, first, second])).properties.flooded, undefined);
});

test('two offices that set it differently: one property under the most secret sensitivity', () => {
  const model = modelOf([
    rule(1, 'own-property', key, flood),
    rule(2, 'own-property', key, { ...flood, label: 'Wet', sensitivity: 'restricted' }),
  ]);
  assert.equal(hazards(model).properties.flooded?.label, 'Flooded');
  assert.equal(hazards(model).properties.flooded?.sensitivity, 'restricted');
});

test('two offices that store it differently: both properties are kept, side by side', () => {
  const depth = { label: 'Flood depth', type: 'number', unit: 'm', sensitivity: 'personal' };
  const { properties } = hazards(
    modelOf([rule(2, 'own-property', key, depth), rule(1, 'own-property', key, flood)]),
  );
  assert.equal(properties.flooded?.type, 'yesno');
  assert.equal(properties.flooded_2?.type, 'number');
  assert.deepEqual(
    [properties.flooded?.sensitivity, properties.flooded_2?.sensitivity],
    ['personal', 'personal'],
  );
});

test('taken back in one office and kept in another: kept', () => {
  const model = modelOf([rule(1, 'own-property', key, flood), rule(2, 'own-property', key, null)]);
  assert.ok(hazards(model).properties.flooded);
});

test('the order in which rules arrive, and how often, does not matter', () => {
  const all = [
    rule(1, 'own-property', key, flood),
    rule(2, 'own-property', key, { ...flood, type: 'text' }),
    rule(3, 'own-property', 'accident.flooded', flood),
    rule(4, 'own-codes', 'terrain', { codes: { atoll: 'Atoll' } }),
    rule(5, 'own-codes', 'terrain', { codes: { atoll: 'Reef', lagoon: 'Lagoon' } }),
    rule(6, 'code-map', 'terrain', { Reef: 'shore' }),
    rule(7, 'own-codes', 'tide', { label: 'Tide', codes: { high: 'High', low: 'Low' } }),
  ];
  // what differs from the built-in model, as text
  const plain = (model: Model) =>
    JSON.stringify([
      [...model.kinds].filter(([name, kind]) => builtIn.kinds.get(name) !== kind).sort(),
      [...model.lists].filter(([name, list]) => builtIn.lists.get(name) !== list).sort(),
    ]);
  const expected = plain(modelOf(all));
  fc.assert(
    fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 14, maxLength: 14 }), (shuffled) => {
      assert.equal(plain(modelOf(shuffled)), expected);
    }),
    { numRuns: 1000 },
  );
});

test('an own property never releases land nor says how dangerous land is', () => {
  for (const value of [
    { label: 'Freed', type: 'release' },
    { label: 'Second outline', type: 'geometry', fold: 'perimeter' },
    { label: 'Class', type: 'code', codes: 'hazard-class', fold: 'guarded' },
  ]) {
    const bad = rule(1, 'own-property', key, value);
    assert.equal(checkRule(bad, builtIn)?.code, 'rule-unreadable');
    assert.equal(hazards(modelOf([bad])).properties.flooded, undefined);
  }
});

test('a built-in property may be relabelled and made more secret, never changed or opened', () => {
  const outline = 'hazardous-area.outline';
  const more = modelOf([
    rule(1, 'own-property', outline, { label: 'Contour', type: 'geometry', sensitivity: 'restricted' }),
  ]);
  assert.equal(hazards(more).properties.outline?.sensitivity, 'restricted');
  assert.equal(hazards(more).properties.outline?.label, 'Contour');
  assert.equal(hazards(more).properties.outline?.fold, 'perimeter');
  const less = modelOf([
    rule(1, 'own-property', outline, { label: 'Outline', type: 'geometry', sensitivity: 'public' }),
  ]);
  assert.equal(hazards(less).properties.outline?.sensitivity, 'partner');
  const retyped = rule(1, 'own-property', outline, { label: 'Outline', type: 'text' });
  assert.equal(checkRule(retyped, builtIn)?.code, 'property-built-in');
  assert.equal(hazards(modelOf([retyped])).properties.outline?.type, 'geometry');
});

test('own codes join a list, and built-in codes stay as they are', () => {
  const model = modelOf([
    rule(1, 'own-codes', 'terrain', {
      codes: { atoll: { label: 'Atoll', also: ['Reef Island'] }, flat: 'Level' },
    }),
  ]);
  const terrain = model.lists.get('terrain');
  assert.ok(terrain);
  assert.equal(terrain.codes.flat?.label, 'Flat');
  assert.equal(readCode(terrain, 'reef island'), 'atoll');
  const claim = { on: 0, property: 'terrain', value: { type: 'code', code: 'atoll' } } as const;
  assert.equal(checkClaim(hazards(model), claim, model), null);
  assert.equal(checkClaim(hazards(builtIn), claim, builtIn)?.code, 'code-unknown');
});

test('an own code of a list of danger ranks as what it is within, else as the most dangerous', () => {
  const model = modelOf([
    rule(1, 'own-codes', 'hazard-class', {
      codes: { 'sha-low': { label: 'SHA, low', within: 'sha' }, odd: 'Odd' },
    }),
    rule(2, 'own-codes', 'hazard-status', { codes: { shelved: { label: 'Shelved', within: 'closed' } } }),
  ]);
  const codes = model.lists.get('hazard-class')?.codes;
  assert.equal(codes?.['sha-low']?.danger, codes?.sha?.danger);
  assert.equal(codes?.odd?.danger, codes?.cha?.danger);
  assert.equal(model.lists.get('hazard-status')?.codes.shelved?.towards_release, true);
});

test('a programme’s mapping of a word goes before ours; mapped in two ways it means nothing', () => {
  const minefield = (rules: readonly Rule[]) => {
    const list = modelOf(rules).lists.get('hazard-class');
    assert.ok(list);
    return readCode(list, 'Minefield');
  };
  assert.equal(minefield([]), 'cha');
  assert.equal(minefield([rule(1, 'code-map', 'hazard-class', { MINEFIELD: 'sha' })]), 'sha');
  const two = [
    rule(1, 'code-map', 'hazard-class', { minefield: 'sha' }),
    rule(2, 'code-map', 'hazard-class', { minefield: 'cha' }),
  ];
  assert.equal(minefield(two), null);
});

test('rules that cannot be read add nothing and break nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('own-property', 'own-codes', 'code-map', 'review-steps', 'number-pattern', 'limits'),
      fc.constantFrom(
        key,
        'terrain',
        '',
        'hazardous-area',
        'hazardous-area.constructor',
        '__proto__',
        'a.b.c',
      ),
      fc.jsonValue(),
      (sets, at, value) => {
        const rules = [rule(1, sets as Rule['sets'], at, value)];
        const model = modelOf(rules);
        for (const [name, kind] of builtIn.kinds)
          for (const [property, p] of Object.entries(kind.properties))
            assert.equal(model.kinds.get(name)?.properties[property]?.type, p.type);
        assert.ok(limitsOf(rules).repair_percent >= 0);
        checkRule(rules[0] as Rule, builtIn);
      },
    ),
    { numRuns: 1000 },
  );
});

test('number patterns and limits: the programme’s, contested the cautious one', () => {
  assert.equal(numberPattern([], 'find'), null);
  assert.equal(numberPattern([rule(1, 'number-pattern', 'find', 'F-{number:4}')], 'find'), 'F-{number:4}');
  assert.equal(limitsOf([]).repair_percent, 1);
  const two = [
    rule(1, 'limits', '', { repair_percent: 3 }),
    rule(2, 'limits', '', { repair_percent: 2, repair_m2: 50 }),
  ];
  assert.equal(limitsOf(two).repair_percent, 2);
  assert.equal(limitsOf(two).repair_m2, 50);
});

test('a rule’s author is told what cannot be read', () => {
  const code = (sets: Rule['sets'], at: string, value: unknown) =>
    checkRule(rule(1, sets, at, value), builtIn)?.code ?? null;
  assert.equal(code('own-property', key, flood), null);
  assert.equal(code('own-property', 'hazards.flooded', flood), 'kind-unknown');
  assert.equal(code('own-property', 'hazardous-area.Flooded', flood), 'rule-unreadable');
  assert.equal(code('own-property', key, { label: 'Tide', type: 'code', codes: 'tide' }), 'list-unknown');
  assert.equal(code('own-property', key, { label: 'To', type: 'link', to: ['ship'] }), 'kind-unknown');
  assert.equal(
    code('own-codes', 'terrain', { codes: { atoll: { label: 'Atoll', within: 'sea' } } }),
    'rule-unreadable',
  );
  assert.equal(code('code-map', 'terrain', { reef: 'atoll' }), 'rule-unreadable');
  assert.equal(code('code-map', 'tides', {}), 'list-unknown');
  assert.equal(code('review-steps', '', []), 'rule-unreadable');
  assert.equal(code('number-pattern', 'find', 'F-{number:4}'), null);
  assert.equal(code('number-pattern', 'find', 'F'), 'rule-unreadable');
  assert.equal(code('limits', '', { repair_m2: -1 }), 'rule-unreadable');
  assert.equal(code('void-second', '', true), null);
  assert.equal(code('void-second', '', 'yes'), 'rule-unreadable');
  assert.equal(code('public', 'find', 'partner'), null);
  assert.equal(code('public', 'find', 'personal'), 'rule-unreadable');
  assert.equal(code('own-property', key, null), null);
});
