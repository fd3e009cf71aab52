import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disclose } from '../access/disclose.ts';
import type { Kind } from '../record/kind.ts';
import { foldItems } from './fold.ts';
import { fold, hazard, live, name } from './folded.testing.ts';
import { squares } from './squares.testing.ts';
import type { ItemView } from './view.ts';
import { code, decide, item, model, property, report, text } from './worlds.testing.ts';

test('an item declared a hazard by one report and something else by another is drawn as a hazard, and contested', () => {
  const log = live(hazard(), report({ kind: 'victim' }, { property: 'outcome', value: code('killed') }));
  assert.deepEqual([fold(log)[0]?.kind, fold(log)[0]?.contested], ['hazardous-area', [`kind/${item(1)}`]]);
});

test('what another kind keeps more secret stands apart, and no partner reads it under the hazard’s word', () => {
  const secret = property('text', 'latest', { sensitivity: 'restricted' });
  const victim = model.kinds.get('victim') as Kind;
  const named: Kind = { ...victim, properties: { ...victim.properties, name: secret } };
  const kinds = new Map([...model.kinds, ['victim', named] as const]);
  const log = live(hazard(name('Hill')), report({ kind: 'victim', said: 'x' }, name('Who was hurt')));
  const [view] = foldItems(log, 'all', null, { ...model, kinds }, squares);
  assert.deepEqual(
    view?.properties.flatMap((p) => (p.property === 'outline' ? [] : [[p.property, p.value, p.state]])),
    [
      ['name', text('Hill'), 'settled'],
      ['victim.name', text('Who was hurt'), 'settled'],
    ],
  );
  const seen = disclose(view as ItemView, 'partner', { ...model, kinds });
  assert.deepEqual(
    seen?.properties.map((p) => p.property),
    ['name', 'outline'],
  );
});

test('victims’ claims moved to a hazard by mistake stay as secret as they were', () => {
  const hurt = report({ kind: 'victim', item: item(2) }, { property: 'outcome', value: code('killed') });
  const move = decide({ act: 'retarget', moves: [{ report: hurt.ref, from: item(2), to: item(1) }] });
  const [view] = fold([...live(hazard(), hurt), move]);
  assert.deepEqual(
    disclose(view as ItemView, 'restricted', model)?.properties.map((p) => p.property),
    ['outline'],
  );
});
