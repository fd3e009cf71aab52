/** Bringing files to the desk and waiting for what is done to them, for the tests of this folder's addresses. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { BASE, HOST } from '../app.testing.ts';
import type { Office, Person } from '../office.testing.ts';

export interface FileAnswer {
  readonly id: string;
  readonly received: number;
  readonly looked: boolean;
  readonly work: { readonly ended: boolean; readonly problem: { readonly code: string } | null } | null;
  readonly tried: Readonly<Record<string, number>> | null;
  readonly compared: boolean;
  readonly imported: Readonly<Record<string, number>> | null;
}

/** Sends the text in pieces of `piece` bytes and waits until it was looked at. */
export async function brings(
  all: Office,
  who: Person,
  name: string,
  text: string,
  piece = 1000,
): Promise<FileAnswer> {
  const bytes = Buffer.from(text);
  const laid = await all.tell('/api/imports', { name, size: bytes.length }, who);
  assert.equal(laid.statusCode, 200, laid.body);
  const { id }: FileAnswer = laid.json();
  let from = 0;
  do {
    const answer = await sendPiece(all, who, id, from, bytes.subarray(from, from + piece));
    assert.equal(answer.statusCode, 200, answer.body);
    from += piece;
  } while (from < bytes.length);
  return settled(all, who, id);
}

export function sendPiece(all: Office, who: Person, id: string, from: number, bytes: Uint8Array) {
  return all.app.inject({
    method: 'PUT',
    url: `/api/imports/${id}/bytes?from=${from}`,
    headers: { host: HOST, origin: BASE, cookie: who.cookie, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(bytes),
  });
}

/** The file once nothing is at work on it. */
export async function settled(all: Office, who: Person, id: string): Promise<FileAnswer> {
  for (;;) {
    const file: FileAnswer = (await all.see(`/api/imports/${id}`, who)).json();
    if (file.work === null || file.work.ended) return file;
    await sleep(10);
  }
}

/** POSTs to an address of the file, which takes no programme. */
export async function asks(all: Office, who: Person, id: string, path: string, body: object) {
  const answer = await all.app.inject({
    method: 'POST',
    url: `/api/imports/${id}${path}`,
    headers: { host: HOST, origin: BASE, cookie: who.cookie },
    payload: body,
  });
  return { status: answer.statusCode, json: answer.json(), body: answer.body };
}
