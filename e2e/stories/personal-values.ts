/** What is personal is nobody's but those who need it: not on a screen, not in an answer, not found by searching. */
import assert from 'node:assert/strict';
import { openFromList, type Place, propertyOf, seen, signedIn, visit } from './visitor.ts';

interface Secret {
  readonly id: string;
  readonly local: string;
  readonly name: string;
  readonly telephone: string;
}

const HOW_MANY = 25;

/** Names and numbers of people harmed, all invented, as the administrator may read them. */
async function secretsOf(place: Place): Promise<Secret[]> {
  const { page, leave } = await signedIn(place, { at: '/?kind=victim' });
  const list = await page.request.get(`/api/victim?programme=orlia&limit=${HOW_MANY}&sort=local_id`);
  const secrets: Secret[] = [];
  for (const { id } of (await list.json()).rows) {
    const { view } = await (await page.request.get(`/api/victim/${id}`)).json();
    const text = (name: string): string =>
      view.properties.find((p: { property: string }) => p.property === name)?.value?.text ?? '';
    secrets.push({ id, local: text('local_id'), name: text('name'), telephone: text('telephone') });
  }
  const [first] = secrets;
  assert.ok(first && secrets.length === HOW_MANY && secrets.every((s) => s.name && s.telephone));
  const item = await openFromList(page, first.local);
  await propertyOf(item, 'Name').getByText(first.name).waitFor();
  await item.getByText(first.telephone).waitFor();

  await page.getByRole('button', { name: 'Local administrator' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).waitFor();
  await item.getByRole('heading', { level: 1, name: first.local }).waitFor();
  assert.ok(!(await seen(page.locator('body'))).includes(first.name), 'nothing of it stays on the screen');
  await leave();
  return secrets;
}

export async function keepsPersonalValues(place: Place): Promise<void> {
  const secrets = await secretsOf(place);
  const [first] = secrets;
  assert.ok(first);
  const { page, leave } = await visit(place);
  await page.goto('/?kind=victim');
  const item = await openFromList(page, first.local);
  await item.getByRole('heading', { name: /^History/ }).waitFor();
  for (const button of await item.getByRole('button', { name: /statements?$/ }).all()) await button.click();
  const shown = await seen(page.locator('body'));
  assert.ok(!shown.includes(first.name) && !shown.includes(first.telephone));
  await page.getByRole('button', { name: 'Back to the list' }).click();
  for (const words of [first.name, first.telephone]) {
    await page.getByRole('searchbox', { name: 'Search' }).fill(words);
    await page.getByText(`Nothing matches “${words}”`).waitFor();
  }

  // what no screen asks for, but anybody could
  const asked = [
    ...['geojson', 'csv', 'xlsx'].map((f) => `/api/export/victim?programme=orlia&format=${f}`),
    '/api/victim?programme=orlia&limit=1000',
    ...secrets.map((s) => `/api/victim/${s.id}`),
    '/api/kinds?programme=orlia',
    '/openapi.json',
  ];
  const answers: { url: string; bytes: Buffer }[] = [];
  for (const url of asked) {
    const answer = await page.request.get(url);
    assert.equal(answer.status(), 200, url);
    answers.push({ url, bytes: await answer.body() });
  }
  await leave();

  const anonymous = place.heard.filter((h) => !h.signedIn).flatMap((h) => h.heard.bodies);
  const everything = [...answers, ...(await Promise.all(anonymous))];
  assert.ok(everything.length > 100, 'the other stories were listened to as well');
  const found = everything.flatMap(({ url, bytes }) =>
    secrets
      .filter((s) => bytes.includes(s.name) || bytes.includes(s.telephone))
      .map((s) => `${s.local} in ${url}`),
  );
  assert.deepEqual(found, []);
}
