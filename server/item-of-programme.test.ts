/** One id on record in two programmes: each shows its own, whoever reported first, and nobody reports into the wrong one unawares. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { Claim, Report } from '@tilth/domain/report/entry';
import { quickest, removeDatabases } from '@tilth/store/databases.testing';
import { square } from './app.testing.ts';
import { closeOffices, office, reportBy } from './office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

const claims = (name: string): readonly Claim[] => [
  { on: 0, property: 'name', value: { type: 'text', text: name } },
  { on: 0, property: 'hazard_class', value: { type: 'code', code: 'sha' } },
  { on: 0, property: 'hazard_status', value: { type: 'code', code: 'open' } },
  { on: 0, property: 'outline', value: { type: 'geometry', geometry: square(10, 10, 0.01) } },
];

/** `orlia` with a hazard, and beside it `bih`, first in order of id, both open to everybody up to what partners read. */
async function twoProgrammes() {
  const all = await office(quickest, { '*': 'partner' });
  await all.store.addProgramme({ id: 'bih', name: 'Another', public: { '*': 'partner' } });
  const collector = await all.signedIn('collector');
  const hazard = randomUUID();
  const about = (by: string, name: string, programme: string): Report => ({
    ...reportBy(by, [{ id: hazard, kind: 'hazardous-area' }], claims(name)),
    programme,
  });
  const report = about(collector.id, 'the slope', 'orlia');
  await all.send('/api/reports', { reports: [{ report, personal: [] }] }, collector);
  /** as somebody would who reports in `bih` and whose report came before this was refused, or by another way */
  const copied = async () => {
    const id = await all.store.addPerson({
      name: `A stranger ${randomUUID()}`,
      role: 'collector',
      programme: 'bih',
    });
    await all.store.append(await all.store.asker(id), 'bih', {
      reports: [{ report: about(id, 'an empty copy', 'bih'), personal: [] }],
    });
  };
  return { ...all, collector, hazard, about, copied };
}

test('the page of a record is the programme’s that is asked for, whatever another holds under its id', {
  timeout: 120_000,
}, async () => {
  const all = await twoProgrammes();
  const item = `/api/hazardous-area/${all.hazard}`;
  const feature = `/ogc/collections/hazardous-area/items/${all.hazard}`;
  for (const address of [item, `${item}/links`, `${item}/changes`, feature])
    assert.equal((await all.see(address)).statusCode, 200, `${address}: one programme has it`);
  assert.equal((await all.see(`${item}?programme=bih`)).json().code, 'item-unknown');
  await all.copied();
  const named = async (programme: string) => {
    const { stamp, view } = (await all.see(`${item}?programme=${programme}`)).json();
    const { value } = view.properties.find((p: { property: string }) => p.property === 'name');
    return [stamp.programme, value.text];
  };
  assert.deepEqual(await named('orlia'), ['orlia', 'the slope']);
  assert.deepEqual(await named('bih'), ['bih', 'an empty copy']);
  const drawn = (await all.see(`${feature}?programme=orlia`)).json();
  assert.deepEqual([drawn.properties.programme, drawn.properties.name], ['orlia', 'the slope']);
  for (const part of ['links', 'changes']) {
    const stamp = (await all.see(`${item}/${part}?programme=orlia`)).json().stamp;
    assert.equal(stamp.programme, 'orlia', part);
  }
  for (const address of [item, `${item}/links`, `${item}/changes`, feature]) {
    const { code, facts } = (await all.see(address)).json();
    assert.equal(code, 'item-in-several', address);
    assert.deepEqual(facts.programmes.toSorted(), ['bih', 'orlia']);
  }
  await all.close();
});

test('a list of several programmes is paged through although they hold the same id', {
  timeout: 120_000,
}, async () => {
  const all = await twoProgrammes();
  await all.copied();
  const seen: string[] = [];
  let address: string | null = '/ogc/collections/hazardous-area/items?limit=1';
  while (address !== null) {
    const page: { features: { properties: { name: string } }[]; links: { rel: string; href: string }[] } = (
      await all.see(address)
    ).json();
    seen.push(...page.features.map((f) => f.properties.name));
    const next = page.links.find((l) => l.rel === 'next')?.href;
    address = next === undefined ? null : next.slice(new URL(next).origin.length);
  }
  assert.deepEqual(seen, ['an empty copy', 'the slope']);
  await all.close();
});

test('a report about another programme’s record is refused with that programme’s name, and not told to who may not read it', {
  timeout: 120_000,
}, async () => {
  const all = await twoProgrammes();
  const sent = (by: string, cookie: string, name: string) =>
    all.tell(
      '/api/reports',
      { programme: 'bih', reports: [{ report: all.about(by, name, 'bih'), personal: [] }] },
      { id: by, cookie },
    );
  const person = await all.signedIn('collector', 'bih');
  const refused = await sent(person.id, person.cookie, 'misled');
  assert.equal(refused.statusCode, 409, refused.body);
  assert.deepEqual(
    [refused.json().code, refused.json().facts],
    ['item-elsewhere', { id: all.hazard, programmes: ['orlia'] }],
  );
  await all.close();

  const closed = await office(quickest, {});
  await closed.store.addProgramme({ id: 'bih', name: 'Another' });
  const owner = await closed.signedIn('collector');
  const hazard = { id: randomUUID(), kind: 'hazardous-area' };
  const first = reportBy(owner.id, [hazard], claims('the slope'));
  await closed.send('/api/reports', { reports: [{ report: first, personal: [] }] }, owner);
  const stranger = await closed.signedIn('collector', 'bih');
  const second = { ...reportBy(stranger.id, [hazard], claims('a guess')), programme: 'bih' };
  await closed.send(
    '/api/reports',
    { programme: 'bih', reports: [{ report: second, personal: [] }] },
    stranger,
  );
  await closed.close();
});
