import assert from 'node:assert/strict';
import test from 'node:test';
import { builtIn } from './kinds.ts';

const kinds = [...builtIn.kinds.values()];
const properties = kinds.flatMap((kind) =>
  Object.entries(kind.properties).map(([name, property]) => ({
    kind,
    name,
    property,
    at: `${kind.name}.${name}`,
  })),
);
const failing = <T>(all: readonly T[], bad: (one: T) => boolean, say: (one: T) => string) =>
  all.filter(bad).map(say);

test('every kind of design §6 stands', () => {
  const named =
    `hazardous-area hazard-report evidence-point survey-result activity released-land find eod-task task
    marking minefield-record quality-visit nonconformity accreditation completion handover accident victim assistance
    eore-session beneficiary-count organisation team place population contribution reporting-duty issued-product
    munition-model transfer aid-package policy-act treaty treaty-act treaty-decision assurance use allegation inquiry
    statement published-figure stockpile`.split(/\s+/);
  assert.deepEqual([...builtIn.kinds.keys()].sort(), named.sort());
});

test('names fit addresses, tables and columns', () => {
  for (const kind of kinds) assert.match(kind.name, /^[a-z]+(-[a-z]+)*$/);
  // PostgreSQL cuts names after 63 bytes; some room is left for suffixes
  assert.deepEqual(
    failing(
      properties,
      (p) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(p.name) || p.name.length > 48,
      (p) => p.at,
    ),
    [],
  );
});

test('every kind and property is labelled and described', () => {
  for (const k of kinds)
    assert.ok(k.label && k.plural && k.description.length > 20 && k.standard.length > 0, k.name);
  assert.deepEqual(
    failing(
      properties,
      (p) => !p.property.label.trim() || !/[.…]$/.test(p.property.description),
      (p) => p.at,
    ),
    [],
  );
});

test('two properties of a kind are never labelled alike', () => {
  for (const kind of kinds) {
    const labels = Object.values(kind.properties).map((p) => p.label);
    assert.deepEqual(
      labels.filter((l, i) => labels.indexOf(l) !== i),
      [],
      kind.name,
    );
  }
});

test('every item has a local id, other ids, a name, a place, links, and says whether its source still publishes it', () => {
  for (const kind of kinds)
    for (const name of ['local_id', 'other_ids', 'name', 'remark', 'place', 'pcode', 'published', 'links'])
      assert.ok(Object.hasOwn(kind.properties, name), `${kind.name}.${name}`);
});

test('what places, dates and titles an item is a property of the right type', () => {
  for (const kind of kinds) {
    if (kind.place !== undefined) {
      assert.equal(kind.properties[kind.place]?.type, 'geometry', kind.name);
      assert.ok(kind.properties.position_basis && kind.properties.accuracy, kind.name);
    }
    assert.equal(kind.properties[kind.date ?? '']?.type, 'date', kind.name);
    assert.equal(kind.properties[kind.title ?? '']?.type, 'text', kind.name);
    if (kind.drawing !== 'plain') assert.ok(kind.place, kind.name);
  }
});

test('a title never is personal, so that a list never shows one', () => {
  for (const kind of kinds)
    assert.notEqual(kind.properties[kind.title ?? '']?.sensitivity, 'personal', kind.name);
});

test('types come with what they need, and links lead to kinds there are', () => {
  const wrong = failing(
    properties,
    ({ property: p }) =>
      (p.type === 'code') !== (p.codes !== undefined) ||
      (p.codes !== undefined && !builtIn.lists.has(p.codes)) ||
      (p.unit !== undefined && p.type !== 'number') ||
      (p.type === 'geometry') !== (p.shapes !== undefined) ||
      (p.type === 'link') !== (p.to !== undefined) ||
      (p.to ?? []).some((k) => !builtIn.kinds.has(k)),
    (p) => p.at,
  );
  assert.deepEqual(wrong, []);
});

test('a property folds in a way its type allows', () => {
  const allowed: Record<string, readonly string[]> = {
    text: ['latest'],
    code: ['latest', 'set', 'guarded'],
    yesno: ['latest'],
    number: ['latest', 'sum', 'monotone'],
    date: ['latest'],
    geometry: ['geometry', 'perimeter'],
    link: ['latest', 'set'],
    identifier: ['set'],
    release: ['release'],
  };
  assert.deepEqual(
    failing(
      properties,
      ({ property: p }) => !allowed[p.type]?.includes(p.fold),
      (p) => p.at,
    ),
    [],
  );
});

test('only hazardous areas are guarded, have a perimeter or are released', () => {
  const special = failing(
    properties,
    (p) => ['guarded', 'perimeter', 'release'].includes(p.property.fold),
    (p) => p.at,
  );
  assert.deepEqual(special.sort(), [
    'hazardous-area.hazard_class',
    'hazardous-area.hazard_status',
    'hazardous-area.outline',
    'hazardous-area.releases',
  ]);
});

test('the lists of guarded properties rank every code, and confirmed and open are the most dangerous', () => {
  for (const { property, at } of properties.filter((p) => p.property.fold === 'guarded'))
    for (const [code, c] of Object.entries(builtIn.lists.get(property.codes ?? '')?.codes ?? {}))
      assert.ok(c.danger !== undefined, `${at} ${code}`);
  const worst = (list: string) =>
    Object.entries(builtIn.lists.get(list)?.codes ?? {}).sort(
      (a, b) => (b[1].danger ?? 0) - (a[1].danger ?? 0),
    )[0]?.[0];
  assert.equal(worst('hazard-class'), 'cha');
  assert.equal(worst('hazard-status'), 'open');
});

test('every way of being closed counts as a word of release, which a claim alone never settles', () => {
  const codes = builtIn.lists.get('hazard-status')?.codes ?? {};
  const towards = Object.keys(codes).filter((c) => codes[c]?.towards_release);
  assert.deepEqual(towards.sort(), ['closed', 'closed-papers-not-held']);
});

test('casualties of an accident: killed and the total may not fall, injured may', () => {
  const accident = builtIn.kinds.get('accident')?.properties;
  assert.deepEqual(
    [accident?.killed?.fold, accident?.casualties?.fold, accident?.injured?.fold],
    ['monotone', 'monotone', 'latest'],
  );
});

test('every default definition is explained', () => {
  const known = builtIn.lists.get('definition')?.codes ?? {};
  assert.deepEqual(
    failing(
      properties,
      (p) => p.property.definition !== undefined && !known[p.property.definition],
      (p) => p.at,
    ),
    [],
  );
});

test('nothing is public by default', () => {
  assert.deepEqual(
    failing(
      kinds,
      (k) => k.sensitivity === 'public' || k.sensitivity === 'personal',
      (k) => k.name,
    ),
    [],
  );
  assert.deepEqual(
    failing(
      properties,
      (p) => p.property.sensitivity === 'public',
      (p) => p.at,
    ),
    [],
  );
});

test('minefield records, stockpiles and what is told of victims are restricted at least', () => {
  for (const name of ['minefield-record', 'stockpile', 'victim', 'assistance'])
    assert.equal(builtIn.kinds.get(name)?.sensitivity, 'restricted', name);
  for (const at of ['team.position', 'team.schedule', 'task.planned_from', 'allegation.detail', 'use.where'])
    assert.ok(
      properties.some((p) => p.at === at && p.property.sensitivity === 'restricted'),
      at,
    );
});

test('what is said of a person by name or contact is personal, and nothing else is', () => {
  // Each with its reason: who the person is, or why its free text may name people (law 9).
  const reasons: Record<string, string> = {
    'hazardous-area.landowner': 'landowner',
    'hazard-report.informant_name': 'informant',
    'hazard-report.informant_contact': 'informant',
    'hazard-report.remark': 'free text on contacts',
    'evidence-point.informant_name': 'informant',
    'quality-visit.inspector': 'staff',
    'handover.recipient_name': 'recipient',
    'accident.damage': 'free text on accidents',
    'accident.narrative': 'free text on accidents',
    'accident.lessons': 'free text on accidents',
    'accident.remark': 'free text on accidents',
    'accident.informant_name': 'informant',
    'accident.informant_contact': 'informant',
    'victim.name': 'victim',
    'victim.identity_document': 'victim',
    'victim.birth_date': 'victim',
    'victim.address': 'victim',
    'victim.telephone': 'victim',
    'victim.circumstances': 'free text on victims',
    'victim.remark': 'free text on victims',
    'victim.informant_name': 'informant',
    'victim.informant_contact': 'informant',
    'assistance.name': 'victim',
    'assistance.outcome': 'free text on victims',
    'assistance.remark': 'free text on victims',
    'assistance.case_worker': 'staff',
    'organisation.contact_name': 'contact',
    'organisation.contact_details': 'contact',
    'team.leader': 'staff',
    'team.members': 'staff',
    'team.contact': 'staff',
    'reporting-duty.responsible': 'staff',
    'allegation.accused_person': 'accused',
    'inquiry.investigators': 'staff',
  };
  const personal = failing(
    properties,
    (p) => p.property.sensitivity === 'personal',
    (p) => p.at,
  );
  assert.deepEqual(personal.sort(), Object.keys(reasons).sort());
});

test('HXL tags are well formed', () => {
  const tag = /^#[a-z]+(\+[a-z][a-z0-9_]*)*$/;
  assert.deepEqual(
    failing(
      properties,
      (p) => p.property.hxl !== undefined && !tag.test(p.property.hxl),
      (p) => p.at,
    ),
    [],
  );
});

test('definitions are plain data: writing them out and reading them in changes nothing', () => {
  for (const kind of kinds) assert.deepEqual(JSON.parse(JSON.stringify(kind)), kind);
});
