import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Overlay } from '../geometry/overlay.ts';
import type { Span, Value } from '../report/entry.ts';
import type { Saying } from '../report/sayings.ts';
import { compareFigures, type Figure, type FigurePair } from './figures.ts';
import { figuresOf } from './figures-of.ts';
import type { Spoken } from './told.ts';

const overlay = {} as Overlay;
const context = { overlay };
const undated: Span = { from: null, to: '2026-01-01' };
const year2023: Span = { from: '2023-01-01', to: '2023-12-31', typed: '2023' };
const on = (day: string): Span => ({ from: day, to: day });
const number = (n: number): Value => ({ type: 'number', number: n });

function figure(id: string, more: Partial<Figure>): Figure {
  return {
    id,
    item: id,
    claim: { report: id, n: 0 },
    value: number(0),
    definition: '',
    when: undated,
    voice: id,
    published: id,
    certainty: null,
    doubted: false,
    subject: 'contaminated-area',
    country: 'UKR',
    scope: 'UKR',
    gloss: '',
    unit: 'km2',
    running: false,
    about: false,
    document: id,
    repeats: null,
    ...more,
  };
}

const hurt = { unit: 'person', running: true, definition: 'civilians, mines', voice: 'economy ministry' };

/** Nine claims that were published on one country, with what each says that it counts, as entered. */
const published: readonly Figure[] = [
  figure('1', {
    value: number(174_000),
    about: true,
    definition: 'exposed to intense combat operations',
    when: { from: '2023-06-01', to: '2023-06-30' },
  }),
  figure('2', { value: number(160_000), definition: 'mined', when: year2023, document: 'bne' }),
  figure('3', {
    value: number(160_000),
    definition: 'area of high concern, not contaminated',
    when: year2023,
    document: 'bne',
  }),
  figure('4', { value: number(156_000), definition: 'Potentially contaminated', when: on('2024-03-03') }),
  figure('5', { value: number(139_000), definition: 'potentially contaminated' }),
  figure('5 really', { value: number(1), unit: '%', definition: 'really contaminated', document: '5' }),
  figure('6', { value: number(138_503), definition: 'potentially contaminated' }),
  figure('6 water', {
    value: number(14_000),
    definition: 'potentially contaminated, water',
    voice: '6',
    document: '6',
  }),
  figure('7', { value: number(300_000), about: true }),
  figure('8 killed', {
    ...hurt,
    subject: 'killed',
    value: number(264),
    when: on('2023-11-01'),
    document: '8',
  }),
  figure('8 injured', {
    ...hurt,
    subject: 'injured',
    value: { type: 'number', min: 830, typed: 'more than 830' },
    when: on('2023-11-01'),
    document: '8',
  }),
  figure('9 killed', {
    ...hurt,
    subject: 'killed',
    value: number(297),
    when: on('2024-06-07'),
    document: '9',
  }),
  figure('9 injured', {
    ...hurt,
    subject: 'injured',
    value: number(669),
    when: on('2024-06-07'),
    document: '9',
  }),
];

const between = (pairs: readonly FigurePair[], a: string, b: string) => {
  const found = pairs.find(
    (p) => (p.first.id === a && p.second.id === b) || (p.first.id === b && p.second.id === a),
  );
  return found === undefined ? null : `${found.relation}: ${found.reason}`;
};
const contradictions = (pairs: readonly FigurePair[]) => pairs.filter((p) => p.relation === 'contradict');
const erased = published.map((f) => ({ ...f, definition: '' }));

test('figures under different or unstated definitions are not compared', () => {
  const pairs = compareFigures(published, context);
  for (const a of ['1', '2'])
    for (const b of ['4', '5', '6'])
      assert.equal(between(pairs, a, b), 'different-definition: other-definition', `${a} and ${b}`);
  for (const b of ['4', '5', '6'])
    assert.equal(between(pairs, '7', b), 'different-definition: definition-unstated');
  assert.equal(between(pairs, '6', '6 water'), 'different-definition: other-definition');
});

test('of one number that two voices define differently the meaning is disputed', () => {
  assert.equal(between(compareFigures(published, context), '2', '3'), 'contradict: meaning');
  const apart = published.map((f) => (f.id === '3' ? { ...f, document: 'elsewhere' } : f));
  assert.equal(
    between(compareFigures(apart, context), '2', '3'),
    'different-definition: other-definition',
    'the same number in two publications may be chance',
  );
  const told = apart.map((f) => (f.id === '3' ? { ...f, repeats: '2' } : f));
  assert.equal(between(compareFigures(told, context), '2', '3'), 'contradict: meaning');
});

test('two figures that one publication sets beside each other are of two things, for who agrees with one of them too', () => {
  const one = { definition: 'contaminated' };
  const pairs = compareFigures(
    [
      figure('land', { ...one, value: number(138_503), voice: 'v', document: 'd' }),
      figure('water', { ...one, value: number(14_000), voice: 'v', document: 'd' }),
      figure('about the land', { ...one, value: number(139_000) }),
      figure('another', { ...one, value: number(50_000) }),
    ],
    context,
  );
  assert.equal(between(pairs, 'land', 'water'), 'complement: beside');
  assert.equal(between(pairs, 'about the land', 'water'), 'complement: beside');
  assert.equal(between(pairs, 'about the land', 'another'), 'contradict: apart');
});

test('one definition that two voices put into words that differ is disputed as well', () => {
  const one = { definition: 'of concern', when: year2023, item: 'one', value: number(160_000) };
  const pairs = compareFigures(
    [
      figure('a', { ...one, gloss: 'mined' }),
      figure('b', { ...one, gloss: 'not contaminated' }),
      figure('c', { ...one, gloss: '' }),
    ],
    context,
  );
  assert.equal(between(pairs, 'a', 'b'), 'contradict: meaning');
  assert.equal(between(pairs, 'a', 'c'), 'agree: same');
});

test('figures of no country are compared only where they are of one item or about one thing', () => {
  const spoken = (id: string, about: string | null): Spoken => {
    const claim = (property: string, value: Value): Saying => ({
      property,
      definition: '',
      state: 'settled',
      place: 'stands',
      value,
      when: year2023,
      source: id,
      claim: { report: id, n: 0 },
      number: 1,
    });
    const link: Value = { type: 'member', of: { type: 'link', item: about ?? '' }, yes: true };
    return {
      id,
      kind: 'published-figure',
      sayings: [
        claim('figure', number(id.length * 10)),
        claim('subject', { type: 'code', code: 'states' }),
        ...(about === null ? [] : [claim('about', link)]),
      ],
    };
  };
  const all = [spoken('a', null), spoken('bb', null), spoken('ccc', 'treaty'), spoken('dddd', 'treaty')];
  const figures = figuresOf(all).map((f) => f.figure);
  assert.deepEqual(
    compareFigures(figures, context).map((p) => [p.first.item, p.second.item]),
    [['ccc', 'dddd']],
  );
});

test('figures that differ by their rounding agree, and undated ones of one wording leave the order open', () => {
  const pairs = compareFigures(published, context);
  assert.equal(between(pairs, '5', '6'), 'agree: within-rounding');
  assert.equal(between(pairs, '4', '5'), 'order-open: undated');
  assert.equal(between(pairs, '4', '6'), 'order-open: undated');
  const dated = published.map((f) => (f.id === '5' ? { ...f, when: on('2024-11-01') } : f));
  assert.equal(between(compareFigures(dated, context), '4', '5'), 'supersede: later');
});

test('killed and injured together that fall are a contradiction, injured alone are not', () => {
  const pairs = compareFigures(published, context);
  assert.equal(between(pairs, '8 killed+', '9 killed+'), 'contradict: falls');
  assert.equal(between(pairs, '8 injured', '9 injured'), 'supersede: later');
  assert.equal(between(pairs, '8 killed', '9 killed'), 'supersede: later');
  const total = pairs.find((p) => p.first.id === '8 killed+')?.first.value;
  assert.deepEqual(total, { type: 'number', min: 1094 });
});

test('with definitions erased more contradictions appear', () => {
  const before = contradictions(compareFigures(published, context));
  const after = contradictions(compareFigures(erased, context));
  assert.deepEqual(
    before.map((p) => `${p.first.id} ${p.second.id}`),
    ['2 3', '8 killed+ 9 killed+'],
  );
  assert.ok(after.length > before.length, `${after.length} after, ${before.length} before`);
});

test('units are compared as what they measure', () => {
  const pairs = compareFigures(
    [
      figure('a', { value: number(2), unit: 'square kilometres', definition: 'x', when: on('2024-01-01') }),
      figure('b', { value: number(200), unit: 'ha', definition: 'X ', when: on('2024-01-01') }),
      figure('c', { value: number(2), unit: 'percent', definition: 'x', when: on('2024-01-01') }),
    ],
    context,
  );
  assert.equal(between(pairs, 'a', 'b'), 'agree: same');
  assert.equal(between(pairs, 'a', 'c'), 'complement: beside');
});

test('entered as records, figures are compared as they are here', () => {
  const claim = (f: Figure, property: string, value: Value): Saying => ({
    property,
    definition: '',
    state: 'settled',
    place: 'stands',
    value,
    when: f.when,
    said: { name: f.voice },
    source: f.document,
    claim: { report: f.id, n: 0 },
    number: 1,
  });
  const text = (t: string): Value => ({ type: 'text', text: t });
  const code = (c: string): Value => ({ type: 'code', code: c });
  const spoken = published.map(
    (f): Spoken => ({
      id: f.id,
      kind: 'published-figure',
      sayings: [
        claim(f, f.running ? 'running_total' : 'figure', f.value),
        claim(f, 'subject', code(f.subject)),
        claim(f, 'country', text(f.country)),
        claim(f, 'unit', text(f.unit)),
        claim(f, 'document', text(f.document)),
        claim(f, 'definition_stated', text(f.definition)),
        ...(f.about ? [claim(f, 'nature', code('estimated'))] : []),
      ],
    }),
  );
  const tell = (pairs: readonly FigurePair[]) =>
    pairs.map((p) => `${p.first.item} ${p.second.item} ${p.relation} ${p.reason}`);
  assert.deepEqual(
    tell(
      compareFigures(
        figuresOf(spoken).map((f) => f.figure),
        context,
      ),
    ),
    tell(compareFigures(published, context)),
  );
});

const anyFigure = fc
  .record({
    id: fc.uuid(),
    value: fc.oneof(
      fc.integer({ min: 1, max: 2_000 }).map(number),
      fc.integer({ min: 1, max: 2_000 }).map((min): Value => ({ type: 'number', min })),
    ),
    definition: fc.constantFrom('', 'found', 'estimated'),
    when: fc.constantFrom(undated, on('2024-01-01'), on('2024-06-01'), year2023),
    voice: fc.constantFrom('a', 'b'),
    subject: fc.constantFrom('killed', 'injured', 'casualties', 'contaminated-area'),
    country: fc.constantFrom('AAA', 'BBB'),
    running: fc.boolean(),
    document: fc.constantFrom('', 'p', 'q'),
  })
  .map(({ id, ...more }) => figure(id, { unit: 'person', scope: more.country, ...more }));

test('what is compared does not depend on the order in which figures come', () => {
  const tell = (pairs: readonly FigurePair[]) =>
    pairs.map((p) => [[p.first.id, p.second.id].sort().join(' '), p.relation, p.reason].join(' ')).sort();
  fc.assert(
    fc.property(fc.array(anyFigure, { maxLength: 7 }), (figures) => {
      assert.deepEqual(
        tell(compareFigures(figures, context)),
        tell(compareFigures(figures.toReversed(), context)),
      );
    }),
  );
});

test('figures of two countries, subjects or definitions never contradict each other but for the meaning of one number', () => {
  fc.assert(
    fc.property(fc.array(anyFigure, { maxLength: 7 }), (figures) => {
      for (const { first, second, relation, reason } of compareFigures(figures, context)) {
        assert.equal(first.country, second.country);
        assert.equal(first.subject, second.subject);
        if (relation === 'contradict' && reason !== 'meaning')
          assert.equal(first.definition, second.definition);
      }
    }),
  );
});
