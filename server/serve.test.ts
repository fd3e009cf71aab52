/** The server on a real socket: what is no HTTP, and a shutdown in the middle of a request. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { problem, Refusal } from '@tilth/domain/problem';
import { idOf, tried } from './app.testing.ts';
import { serve } from './serve.ts';

async function served() {
  const { store } = tried();
  await store.addProgramme({ id: 'orlia', name: 'Orlia', public: { '*': 'partner' } });
  const log: Readonly<Record<string, unknown>>[] = [];
  const options = { host: '127.0.0.1', port: 0, log: (line: (typeof log)[number]) => void log.push(line) };
  return { store, log, ...(await serve(store, options)) };
}

/** What comes back for these bytes until the server ends the connection. */
async function exchange(url: string, bytes: string): Promise<string> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => resolve(text)).on('error', reject);
  });
}

test('what is not HTTP is answered with problem details too', async () => {
  const { url, close } = await served();
  try {
    const garbled = await exchange(url, 'Secret nonsense\r\n\r\n');
    assert.match(garbled, /^HTTP\/1\.1 400 /u);
    assert.match(garbled, /application\/problem\+json/u);
    assert.match(garbled, /"code":"request-unreadable"/u);
    assert.doesNotMatch(garbled, /Secret/u);
    const large = await exchange(
      url,
      `GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`,
    );
    assert.match(large, /^HTTP\/1\.1 431 /u);
  } finally {
    await close();
  }
});

test('a request without a Host, or for another one in its first line, is not answered', async () => {
  const { url, close } = await served();
  try {
    const none = await exchange(url, 'GET /api/programmes HTTP/1.0\r\n\r\n');
    assert.doesNotMatch(none, /orlia/u);
    const other =
      'GET http://evil.example/api/programmes HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n';
    assert.doesNotMatch(await exchange(url, other), /orlia/u);
  } finally {
    await close();
  }
});

test('a request under way when the server closes is answered, and no further one', async () => {
  const { store, url, close } = await served();
  const { list } = store;
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const asked = new Promise<void>((resolve) => {
    store.list = async (...given) => {
      resolve();
      await held;
      return list.apply(store, given);
    };
  });
  const answer = fetch(`${url}/api/hazardous-area`);
  await asked;
  const closed = close();
  setTimeout(go, 50);
  assert.equal((await answer).status, 200);
  await closed;
  await assert.rejects(fetch(`${url}/healthz`));
});

test('a file that breaks off on the way is not whole to who asked, and the log says why without a value', async () => {
  const { store, log, url, close } = await served();
  try {
    store.stream = async function* () {
      const values = { local_id: 'x'.repeat(2000) };
      for (let n = 0; n < 5000; n++)
        yield {
          id: idOf(n),
          programme: 'orlia',
          kind: 'accident',
          standing: 'live',
          disputed: false,
          reported: false,
          geometry: null,
          values,
        };
      throw new Refusal(problem('database-down', { state: 'Secret' }));
    };
    const answer = await fetch(`${url}/api/export/accident?format=csv`);
    assert.equal(answer.status, 200);
    await assert.rejects(answer.text());
    const broken = log.filter((line) => line.broken_off === true);
    assert.deepEqual(
      broken.map(({ route, code }) => [route, code]),
      [['/api/export/:kind', 'database-down']],
    );
    assert.doesNotMatch(JSON.stringify(log), /Secret/u);
  } finally {
    await close();
  }
});
