/**
 * Asks the server. An answer that is not as wished is thrown as `Refused`, which holds the problem of RFC 9457 (code,
 * facts, the server's sentence); no answer at all is a problem of our own, `web-unreachable`.
 */
import { thisTab } from './left.ts';

export interface RefusedProblem {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** the server's sentence, in its language */
  readonly sentence: string | null;
  readonly status: number;
}

export class Refused extends Error {
  readonly problem: RefusedProblem;
  constructor(problem: RefusedProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

export type Parameters = Readonly<Record<string, string | number | null | undefined>>;

/** `/api/x?a=1`: parameters that are null, undefined or empty are left out. */
export function addressOf(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** GETs JSON. The caller says what shape it expects; the server's own tests hold it to that shape. */
export async function ask<T>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<T> {
  return read<T>(await reach(addressOf(path, parameters), signal ? { signal } : {}));
}

/** Sends JSON with POST or DELETE; null where the server answers without a body. */
export async function tell<T>(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<T | null> {
  const answer = await reach(
    path,
    body === undefined
      ? { method }
      : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
  );
  return answer.status === 204 ? null : read<T>(answer);
}

/** PUTs a piece of a file as bytes. */
export async function put<T>(path: string, bytes: Blob): Promise<T> {
  const headers = { 'content-type': 'application/octet-stream' };
  return read<T>(await reach(path, { method: 'PUT', body: bytes, headers }));
}

let ending: Promise<void> | null = null;

/** Ends the session that the cookie of this browser stands for. Throws `Refused` when the server does not do so. */
export function endSession(): Promise<void> {
  ending ??= end().finally(() => {
    ending = null;
  });
  return ending;
}

async function end(): Promise<void> {
  const answer = await reachNow('/api/session', { method: 'DELETE' });
  if (answer.status !== 204) await read(answer);
  thisTab.settle();
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  // nobody acts in the name of who signed out while the server was away
  if (thisTab.owes()) await endSession();
  return reachNow(address, init);
}

async function reachNow(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Refused({ code: 'web-unreachable', facts: {}, sentence: null, status: 0 });
  }
}

async function read<T>(answer: Response): Promise<T> {
  const json = (answer.headers.get('content-type') ?? '').includes('json') ? await answer.json() : null;
  if (answer.ok && json !== null) return json;
  const { status } = answer;
  if (!isRecord(json))
    throw new Refused({ code: 'web-answer-unreadable', facts: {}, sentence: null, status });
  const code = typeof json.code === 'string' ? json.code : 'web-answer-unreadable';
  const facts = isRecord(json.facts) ? json.facts : {};
  const sentence = [json.detail, json.title].find((s) => typeof s === 'string') ?? null;
  throw new Refused({ code, facts, sentence, status });
}

function isRecord(x: unknown): x is Record<string, unknown> {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}
