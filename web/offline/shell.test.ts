import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answerFile,
  answerPage,
  dropOld,
  type Fetch,
  keepShell,
  type Shelves,
  shelfOf,
  wayOf,
} from './shell.ts';

const origin = 'https://tilth.example';
const files = ['/assets/index-b.js', '/assets/report-screen-b.js'];
const before = ['/assets/index-a.js'];

/** The shelves of a browser, in the order they were opened. */
function browser() {
  const all = new Map<string, Map<string, string>>();
  const shelves: Shelves = {
    async open(name) {
      const shelf = all.get(name) ?? new Map<string, string>();
      all.set(name, shelf);
      return {
        match: async (address) => {
          const text = shelf.get(address);
          return text === undefined ? undefined : new Response(text);
        },
        put: async (address, answer) => void shelf.set(address, await answer.text()),
      };
    },
    keys: async () => [...all.keys()],
    delete: async (name) => all.delete(name),
  };
  return { all, shelves };
}

/** A server of one version, and what it was asked for. */
function serverOf(entry: string, missing: readonly string[] = []) {
  const asked: { address: string; credentials: RequestCredentials | undefined }[] = [];
  const fetch: Fetch = async (address, init) => {
    asked.push({ address, credentials: init?.credentials });
    if (missing.includes(address)) return new Response('', { status: 404 });
    return new Response(address === '/' ? `<script src="${entry}">` : `file ${address}`);
  };
  return { asked, fetch };
}
const nobody = async (): Promise<Response> => {
  throw new TypeError('Failed to fetch');
};

test('a page opened without the server is the one kept, whatever it was asked for', async () => {
  const { shelves } = browser();
  await keepShell(shelves, files, serverOf('/assets/index-b.js').fetch);
  assert.match(await (await answerPage(shelves, files, nobody)).text(), /index-b/);
  const proxy = async () => new Response('Bad gateway', { status: 502 });
  assert.match(await (await answerPage(shelves, files, proxy)).text(), /index-b/);
});

test('while the server answers, the page is the server’s', async () => {
  const { shelves } = browser();
  await keepShell(shelves, files, serverOf('/assets/index-b.js').fetch);
  const newer = async () => new Response('index-c');
  assert.equal(await (await answerPage(shelves, files, newer)).text(), 'index-c');
  const refused = async () => new Response('no', { status: 503 });
  assert.equal((await answerPage(shelves, files, refused)).status, 503);
});

test('nothing but the page and its files is kept, and the page as nobody’s', async () => {
  const { all, shelves } = browser();
  const { asked, fetch } = serverOf('/assets/index-b.js');
  await keepShell(shelves, files, fetch);
  assert.deepEqual([...(all.get(shelfOf(files))?.keys() ?? [])].sort(), ['/', ...files, '/mark.svg'].sort());
  assert.equal(asked.find((a) => a.address === '/')?.credentials, 'omit');
  for (const path of [
    '/api/me',
    '/api/reports/1',
    '/ogc/x',
    '/tiles/accident/1/1/1.mvt',
    '/basemaps/towns',
    '/openapi.json',
    '/healthz',
  ])
    for (const mode of ['cors', 'navigate'])
      assert.equal(wayOf({ method: 'GET', url: origin + path, mode }, origin), null, `${mode} ${path}`);
  assert.equal(wayOf({ method: 'POST', url: `${origin}/`, mode: 'navigate' }, origin), null);
  assert.equal(
    wayOf({ method: 'GET', url: 'https://tiles.example/assets/1.png', mode: 'cors' }, origin),
    null,
  );
  assert.equal(wayOf({ method: 'GET', url: `${origin}/?screen=report`, mode: 'navigate' }, origin), 'page');
  assert.equal(wayOf({ method: 'GET', url: `${origin}/assets/x-1.js`, mode: 'cors' }, origin), 'file');
});

test('a version that is not whole is not kept, and the one before stands', async () => {
  const { all, shelves } = browser();
  await keepShell(shelves, before, serverOf('/assets/index-a.js').fetch);
  const holes = serverOf('/assets/index-b.js', ['/assets/report-screen-b.js']);
  await assert.rejects(keepShell(shelves, files, holes.fetch));
  const another = serverOf('/assets/index-c.js');
  await assert.rejects(keepShell(shelves, files, another.fetch), /another page/);
  assert.deepEqual([...all.keys()], [shelfOf(before)]);
});

test('a new worker for the same page that cannot be installed leaves the page that is kept', async () => {
  const { shelves } = browser();
  await keepShell(shelves, files, serverOf('/assets/index-b.js').fetch);
  await assert.rejects(keepShell(shelves, files, nobody));
  const holes = serverOf('/assets/index-b.js', ['/assets/report-screen-b.js']);
  await assert.rejects(keepShell(shelves, files, holes.fetch));
  assert.match(await (await answerPage(shelves, files, nobody)).text(), /index-b/);
  const file = await answerFile(shelves, files, `${origin}/assets/report-screen-b.js`, nobody);
  assert.equal(await file.text(), 'file /assets/report-screen-b.js');
});

test('a new version leaves the one before to the tabs that run it, and nothing older', async () => {
  const { all, shelves } = browser();
  for (const entry of ['/assets/index-0.js', '/assets/index-a.js', '/assets/index-b.js'])
    await keepShell(shelves, [entry], serverOf(entry).fetch);
  await shelves.open('somebody-else');
  await dropOld(shelves, ['/assets/index-b.js']);
  assert.deepEqual([...all.keys()], [shelfOf(before), shelfOf(['/assets/index-b.js']), 'somebody-else']);
  const old = await answerFile(shelves, ['/assets/index-b.js'], `${origin}/assets/index-a.js`, nobody);
  assert.equal(await old.text(), 'file /assets/index-a.js');
});

test('a file that was opened once is there the next time; one that could not be had is not remembered', async () => {
  const { shelves } = browser();
  const { fetch } = serverOf('/assets/index-b.js', [`${origin}/assets/gone.js`]);
  await keepShell(shelves, files, fetch);
  await answerFile(shelves, files, `${origin}/assets/ar-1.js`, fetch);
  assert.equal((await answerFile(shelves, files, `${origin}/assets/ar-1.js`, nobody)).status, 200);
  await answerFile(shelves, files, `${origin}/assets/gone.js`, fetch);
  await assert.rejects(answerFile(shelves, files, `${origin}/assets/gone.js`, nobody));
});
