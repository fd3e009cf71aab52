import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import type { Id, Value } from '../report/entry.ts';
import type { ItemView, PropertyView, Shown } from '../report/view.ts';
import { promisedOf, recordedOf, transfersOfHazards } from './recorded.ts';

const point: Value = { type: 'geometry', geometry: { type: 'Point', coordinates: [30, 0] }, accuracy: 50 };
const beside = (value: Value): Shown => ({
  claim: { report: 'r', n: 1 },
  value,
  when: { from: null, to: '2025-01-01' },
  voice: 'v',
  source: 's',
  standing: 'live',
});
const property = (name: string, value: Value, more: Partial<PropertyView> = {}): PropertyView => ({
  property: name,
  definition: '',
  value,
  state: 'settled',
  claim: { report: 'r', n: 0 },
  remaining: [],
  earlier: [],
  ...more,
});
const link = (item: Id): Value => ({ type: 'link', item });
const members = (name: string, ...of: readonly Value[]): PropertyView =>
  property(
    name,
    { type: 'text', text: '' },
    {
      value: null,
      claim: null,
      members: of.map((value) => ({
        value: { type: 'member', of: value, yes: true },
        state: 'settled',
        claim: { report: 'r', n: 0 },
      })),
    },
  );
const view = (id: Id, kind: string, ...properties: readonly PropertyView[]): ItemView => ({
  id,
  kind,
  joined: [id],
  standing: 'live',
  disputed: false,
  contested: [],
  properties,
  reports: [{ id: 'r', standing: 'live', date: '2024-11-19' }],
});
const kindOf = (name: string) => {
  const kind = builtIn.kinds.get(name);
  assert.ok(kind);
  return kind;
};

test('how far a place may be off is read where it is said: with the place, else of the item, the widest word', () => {
  const bare: Value = { type: 'geometry', geometry: { type: 'Point', coordinates: [30, 0] } };
  const metres = (number: number): Value => ({ type: 'number', number });
  const accuracyOf = (...more: readonly PropertyView[]) =>
    recordedOf(view('f', 'find', property('position', bare), ...more), kindOf('find')).place?.accuracy;
  assert.equal(accuracyOf(), null);
  assert.equal(accuracyOf(property('accuracy', metres(25))), 25);
  assert.equal(accuracyOf(property('accuracy', metres(25), { remaining: [beside(metres(400))] })), 400);
});

test('a find is read with its place, its accuracy, its day and what it is of', () => {
  const found = recordedOf(
    view(
      'f',
      'find',
      property('position', point),
      property('model', link('m')),
      property('category', { type: 'code', code: 'ap-mine' }),
      property('found_on', { type: 'date', span: { from: '2025-01-01', to: '2025-01-31' } }),
    ),
    kindOf('find'),
  );
  assert.deepEqual(found.place, {
    geometry: { type: 'Point', coordinates: [30, 0] },
    accuracy: 50,
    reach: 0,
  });
  assert.deepEqual([found.models, found.categories], [['m'], ['ap-mine']]);
  assert.deepEqual(found.when, { from: '2025-01-01', to: '2025-01-31' });
});

test('disputed: nobody can say where it is, it may be of either kind, and on any day that anybody says', () => {
  const found = recordedOf(
    view(
      'f',
      'find',
      property('position', point, { state: 'disputed', remaining: [beside(point)] }),
      property(
        'category',
        { type: 'code', code: 'uxo' },
        { state: 'disputed', remaining: [beside({ type: 'code', code: 'ap-mine' })] },
      ),
      property(
        'found_on',
        { type: 'date', span: { from: '2025-01-01', to: '2025-01-01' } },
        {
          state: 'disputed',
          remaining: [beside({ type: 'date', span: { from: null, to: '2024-01-01' } })],
        },
      ),
    ),
    kindOf('find'),
  );
  assert.equal(found.place, null);
  assert.deepEqual(found.categories, ['uxo', 'ap-mine']);
  assert.deepEqual(found.when, { from: null, to: '2025-01-01' });
});

test('a promise covers the transfers it names, those that name it, and what they hold', () => {
  const promise = view(
    'p',
    'assurance',
    property('territory_named', { type: 'text', text: 'own territory' }),
    members('transfers', link('t1')),
  );
  const transfers = [
    view('t1', 'transfer', members('categories', { type: 'code', code: 'ap-mine' })),
    view('t2', 'transfer', members('assurances', link('p')), members('models', link('m'))),
    view('t3', 'transfer', members('models', link('other'))),
  ];
  const found = promisedOf(promise, kindOf('assurance'), transfers);
  assert.deepEqual(found?.transfers, ['t1', 't2']);
  assert.deepEqual([found?.models, found?.categories], [['m'], ['ap-mine']]);
  assert.equal(found?.since, '2024-11-19', 'no day is named: the first day anything is said of it');
  assert.equal(found?.territory, null);
});

test('a promise that speaks of no territory is held against nothing', () => {
  const promise = view('p', 'assurance', property('assurance_type', { type: 'code', code: 'recording' }));
  assert.equal(promisedOf(promise, kindOf('assurance'), []), null);
});

test('hazards that a use left belong to the transfer the use is said to come from', () => {
  const use = view('u', 'use', property('transfer', link('t')), members('hazards', link('h')));
  const other = view('v', 'use', members('hazards', link('i')));
  assert.deepEqual([...transfersOfHazards([use, other])], [['h', ['t']]]);
});
