import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import { aboutOf, everyAbout } from './about.ts';

test('what a clause seems to be of', () => {
  const kind = (text: string) => {
    const about = aboutOf(text);
    return about && [about.kind, about.code].filter(Boolean).join(' ');
  };
  assert.equal(
    kind('has authorized the shipment of anti-personnel landmines to Ukraine'),
    'transfer decided',
  );
  assert.equal(kind('The US has previously provided Ukraine with Claymore mines'), 'transfer delivered');
  assert.equal(kind('they become inactive after a few weeks of deployment'), 'munition-model');
  assert.equal(kind('both the US and Russia have not ratified the treaty'), 'treaty-act not-party');
  assert.equal(kind('Neither Russia nor the U.S. is a signatory'), 'treaty-act not-signatory');
  assert.equal(kind('Latvia notified its withdrawal on June 27'), 'treaty-act withdrawal-notified');
  assert.equal(kind('1,945 people were killed'), 'published-figure killed');
  assert.equal(kind('12 were wounded by a mine'), 'published-figure injured');
  assert.equal(kind('23 were killed and some 50 wounded'), 'published-figure killed');
  assert.equal(kind('50 were wounded and 23 killed'), 'published-figure injured');
  assert.equal(kind('mines killed or injured 6,279 people'), 'published-figure casualties');
  assert.equal(kind('1,094 casualties, most of them killed'), 'published-figure casualties');
  assert.equal(kind('the weather was fine'), null);
});

test('every kind, property and code named is one of the record', () => {
  for (const { kind, property, code } of everyAbout) {
    const found = builtIn.kinds.get(kind);
    assert.ok(found, kind);
    if (property === null) continue;
    const definition = found.properties[property];
    assert.ok(definition, `${kind} ${property}`);
    if (code === null) continue;
    assert.ok(definition.codes !== undefined, `${kind} ${property}`);
    assert.ok(builtIn.lists.get(definition.codes)?.codes[code] !== undefined, `${property} ${code}`);
  }
});
