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

test('acts, promises, transfers and use are known in the passive and told indirectly', () => {
  const rows: Readonly<Record<string, readonly string[]>> = {
    'treaty-act consent-to-be-bound': [
      'Norway has been a party to the convention since 1999',
      'Ghana, one of the states parties to the treaty',
      'Tonga joined the Ottawa Convention last year',
    ],
    'treaty-act not-party': ['India stays outside the Ottawa treaty', 'which is not a party to Protocol V'],
    'treaty-act not-signatory': ['the convention that Laos has yet to sign', 'Neither of them has joined it'],
    'treaty-act accession': ['an instrument of accession was handed to the depositary'],
    'treaty-act withdrawal-notified': ['a notification of withdrawal was received from Estonia'],
    'treaty-act withdrawal-effective': [
      'Its departure took effect in December',
      'the vote to abandon the convention',
    ],
    'treaty-act suspension-stated': ['obligations under the treaty had been suspended by Kyiv'],
    'treaty-decision': ['Niger was granted an extension of its deadline'],
    treaty: [
      'such weapons are prohibited under the Convention',
      'The pact obliges parties to help survivors',
    ],
    'policy-act': ['the restrictions were eased in May', 'a decree that bans exports'],
    'transfer decided': [
      'the sale of rockets was cleared',
      'An export licence for the shells has been granted',
    ],
    'transfer delivered': [
      'Shells made in the 1980s had been sold to the army',
      'the supply ship delivered 200 rockets',
    ],
    'transfer announced': ['The cabinet is weighing whether to send mines'],
    'transfer stopped': ['Deliveries of munitions were halted'],
    'assurance territory': ['guarantees that they would not be fired across the border'],
    'assurance recording': ['every minefield would be marked and mapped'],
    'assurance population': ['promised never to use them near towns'],
    'allegation open': ['the brigade was blamed for a blast', 'a breach of its obligations'],
    'inquiry under-way': ['a probe was opened'],
    'use alleged': [
      'the road had been mined',
      'submunitions were scattered over a market',
      'a house booby-trapped by fighters',
    ],
    'published-figure released-area': ['Some 30 hectares were handed back to farmers'],
    'published-figure items-destroyed': ['1,200 rockets were defused'],
    transfer: ['to blunt an attack', 'a step meant to deter them'],
  };
  for (const [want, texts] of Object.entries(rows))
    for (const text of texts) {
      const about = aboutOf(text);
      assert.equal([about?.kind, about?.code].filter(Boolean).join(' '), want, text);
    }
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

test('a stretch without end is weighed by its beginning, in no time that grows with it', () => {
  const endless = 'by the '.repeat(20_000);
  assert.equal(aboutOf(endless), aboutOf(endless.slice(0, 1_000)));
  assert.equal(aboutOf(`Some 30 hectares were handed back to farmers ${endless}`)?.kind, 'published-figure');
});
