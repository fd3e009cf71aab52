import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkValue } from '../record/check-value.ts';
import { builtIn } from '../record/kinds.ts';
import { everyAbout } from './about.ts';
import { propose } from './propose.ts';
import { suggest } from './suggest.ts';
import type { Suggestion } from './suggestion.ts';

const suggestion = (more: Partial<Suggestion>): Suggestion => ({
  span: { start: 0, end: 15, text: 'within 2 weeks,' },
  subject: null,
  predicate: 'is',
  object: null,
  value: null,
  unit: null,
  bound: null,
  event_date: null,
  speaker: 'somebody',
  speaker_kind: 'unnamed',
  certainty: 'asserted',
  relayed_by: null,
  why: '',
  kind: null,
  property: null,
  code: null,
  ...more,
});
const lifetime = (value: number | string, unit: string, bound: Suggestion['bound']) =>
  propose(
    suggestion({ kind: 'munition-model', property: 'self_deactivate_claimed', value, unit, bound }),
    builtIn,
  ).values.self_deactivate_claimed;
const typed = '2 weeks';

test('a quantity comes in the unit of the record with its bound', () => {
  assert.deepEqual(lifetime(2, 'week', 'at-most'), { type: 'number', max: 336, typed });
  assert.deepEqual(lifetime(4, 'hour', 'exact'), { type: 'number', number: 4, typed });
  assert.deepEqual(lifetime('2-3', 'day', 'exact'), { type: 'number', min: 48, max: 72, typed });
  assert.deepEqual(lifetime(30, 'day', 'at-least'), { type: 'number', min: 720, typed });
});

test('a vague word is a lower bound, and a month is as long as months are', () => {
  assert.deepEqual(lifetime('few', 'week', 'vague'), { type: 'number', min: 336, typed });
  assert.deepEqual(lifetime(1, 'month', 'exact'), { type: 'number', min: 672, max: 744, typed });
});

test('what has no place in the record is a statement of its speaker', () => {
  assert.deepEqual(propose(suggestion({}), builtIn), {
    kind: 'statement',
    values: { gist: { type: 'text', text: 'within 2 weeks,' } },
  });
  assert.equal(
    propose(suggestion({ kind: 'munition-model', property: 'self_deactivate_claimed' }), builtIn).kind,
    'statement',
  );
});

test('who is accused, which state acts and on which side a speaker stands are proposed from the words', () => {
  const act = propose(
    suggestion({ kind: 'treaty-act', property: 'act', code: 'not-party', subject: 'Norway' }),
    builtIn,
  );
  assert.deepEqual(act.values.country, { type: 'code', code: 'NOR' });
  const two = propose(
    suggestion({ kind: 'treaty-act', property: 'act', code: 'not-party', subject: 'Norway and Chile' }),
    builtIn,
  );
  assert.equal(two.values.country, undefined, 'of two a person says which');
  const against = propose(
    suggestion({ span: { start: 0, end: 9, text: 'is “not enough”' }, kind: 'statement' }),
    builtIn,
  );
  assert.deepEqual(against.values.stance, { type: 'code', code: 'opposes' });
});

test('what somebody denies is proposed as denied, where the record has a word for it', () => {
  const denied = { kind: 'transfer', property: 'state', code: 'delivered', certainty: 'denied' } as const;
  assert.deepEqual(propose(suggestion(denied), builtIn).values.state, { type: 'code', code: 'denied' });
});

test('a published number comes with what it counts, its unit and its bound', () => {
  const { kind, values } = propose(
    suggestion({
      kind: 'published-figure',
      property: 'subject',
      code: 'contaminated-area',
      value: 139_000,
      unit: 'km2',
      bound: 'about',
    }),
    builtIn,
  );
  assert.equal(kind, 'published-figure');
  assert.deepEqual(values, {
    figure: { type: 'number', number: 139_000, typed },
    unit: { type: 'text', text: 'km2' },
    nature: { type: 'code', code: 'estimated' },
    subject: { type: 'code', code: 'contaminated-area' },
  });
});

test('land to be cleared is told in words and is no figure of land cleared', () => {
  const more = {
    kind: 'published-figure',
    property: 'subject',
    code: 'cleared-area',
    value: 5,
    unit: 'km2',
  } as const;
  for (const certainty of ['planned', 'conditional'] as const)
    assert.equal(propose(suggestion({ ...more, certainty }), builtIn).kind, 'statement');
  assert.equal(propose(suggestion({ ...more, certainty: 'reported' }), builtIn).kind, 'published-figure');
});

test('a private person who accuses is not named as who does', () => {
  const charge = {
    kind: 'allegation',
    property: 'state',
    code: 'open',
    speaker: 'Marta Placeholder',
  } as const;
  assert.ok(
    !('made_by_named' in propose(suggestion({ ...charge, speaker_kind: 'person-named' }), builtIn).values),
  );
  assert.ok(
    'made_by_named' in propose(suggestion({ ...charge, speaker_kind: 'organisation' }), builtIn).values,
  );
});

test('whatever is suggested, the proposal can be taken', () => {
  const any = fc.record({
    about: fc.constantFrom(...everyAbout),
    value: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 1e6 }), fc.constantFrom('few', 'dozens')),
    unit: fc.constantFrom(null, 'week', 'month', 'usd', 'person', 'km2', 'percent'),
    bound: fc.constantFrom(null, 'exact' as const, 'at-most' as const, 'vague' as const),
    subject: fc.constantFrom(null, 'Norway', 'the treaty'),
  });
  fc.assert(
    fc.property(any, ({ about, ...more }) => {
      const { kind, values } = propose(suggestion({ ...about, ...more }), builtIn);
      for (const [name, value] of Object.entries(values)) {
        const property = builtIn.kinds.get(kind)?.properties[name];
        assert.ok(property, `${kind}.${name}`);
        assert.equal(checkValue(name, property, value, builtIn), null, `${kind}.${name}`);
      }
    }),
  );
});

test('a number that is denied is proposed in words and never as a figure; one under a condition is a figure', () => {
  const proposed = (more: Partial<Suggestion>) => propose(suggestion(more), builtIn);
  const lifetime = {
    kind: 'munition-model',
    property: 'self_deactivate_claimed',
    value: 2,
    unit: 'week',
  } as const;
  assert.equal(proposed({ ...lifetime, certainty: 'denied' }).kind, 'statement');
  assert.equal(proposed({ ...lifetime, certainty: 'conditional' }).kind, 'munition-model');
  const figure = { kind: 'published-figure', property: 'figure', value: 14 } as const;
  assert.ok(!('figure' in proposed({ ...figure, certainty: 'denied' }).values));
  assert.ok('figure' in proposed({ ...figure, certainty: 'conditional' }).values);
});

test('an age is no count, and the number of a deed is that of its own clause', () => {
  const read = (text: string) => suggest(text).map((s) => propose(s, builtIn).values);
  for (const [text, name, want] of [
    ['Ahmed Placeholder, 12, was killed by a landmine near Mosul.', 'figure', undefined],
    ['A boy aged 9 was injured by a mine in Mosul.', 'figure', undefined],
    ['After 10 years of war, 300 people were killed by mines in Mali.', 'figure', 'number:300 300 people'],
    [
      'The area is safe after ten years, and mines self-deactivate within 120 days.',
      'self_deactivate_claimed',
      'max:2880 120 days',
    ],
    [
      'Within two weeks, if they have not been detonated, the mines become inert.',
      'self_deactivate_claimed',
      'max:336 two weeks',
    ],
    ['Three people, two of them children, were killed by a mine.', 'figure', 'number:3 Three people'],
  ] as const) {
    const found = read(text).flatMap((values) => {
      const value = values[name];
      return value?.type !== 'number'
        ? []
        : [`${value.max === undefined ? `number:${value.number}` : `max:${value.max}`} ${value.typed}`];
    });
    assert.deepEqual(found, want === undefined ? [] : [want], text);
  }
});
