/**
 * From a problem to an HTTP answer: RFC 9457 problem details with our code. The one table from a problem to a status stands
 * here: by its class, but for the few codes for which HTTP has a status of their own. Nothing else in the server chooses a
 * status for a failure.
 */
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Code, type Problem, problem, Refusal } from '@tilth/domain/problem';
import { type ProblemClass, problems } from '@tilth/domain/problems';
import { say } from '@tilth/domain/say';
import type { FastifyError, FastifyReply } from 'fastify';

/** The most bytes of a body, where a route does not say less. */
export const BODY_LIMIT = 10_485_760;

/** Labels and sentences of one language, as in words/en.json. */
export type Words = Readonly<Record<string, string>>;

export const statusOf: Readonly<Record<ProblemClass, number>> = {
  invalid: 400,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  unavailable: 503,
  // found, not refused: nothing throws one; if something does, the request was at fault
  notice: 400,
};

const statusOfCode: Partial<Record<Code, number>> = {
  'method-not-allowed': 405,
  'body-too-large': 413,
  'media-type-unsupported': 415,
  'too-many-attempts': 429,
  'too-many-times': 429,
  'too-many-questions': 429,
  'internal-fault': 500,
};

/** The HTTP status a problem is answered with. */
export function statusFor(code: Code): number {
  return statusOfCode[code] ?? statusOf[problems[code].class];
}

/** An RFC 9457 document. `facts` hold no personal value (law 9), so neither does `detail`. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly facts: Problem['facts'];
}

export function detailsOf(p: Problem, words: Words, status = statusFor(p.code)): ProblemDetails {
  return {
    type: `urn:tilth:problem:${p.code}`,
    title: words[`problem-class.${problems[p.code].class}`] ?? problems[p.code].class,
    status,
    detail: say(words[`problem.${p.code}`] ?? p.code, p.facts),
    code: p.code,
    facts: p.facts,
  };
}

export function refuse(p: Problem): never {
  throw new Refusal(p);
}

/** Fastify's own refusals, made before a handler runs, in our codes. Null: not one of them. */
function frameworkProblem(error: FastifyError, limit: number): Problem | null {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return problem('body-too-large', { limit });
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return problem('media-type-unsupported', { accepted: 'application/json' });
  const status = error.statusCode ?? 500;
  if (status === 403 || status === 404) return problem('address-unknown');
  return status >= 400 && status < 500 ? problem('request-unreadable') : null;
}

/** What the log gets of a fault: its kind and where in the code, never its message: database messages quote values (law 9). */
export interface Fault {
  /** what the asker was told to ask by */
  readonly reference: string;
  readonly name: string;
  readonly code: string | null;
  readonly at: readonly string[];
}

export function faultOf(error: unknown): Fault {
  const fault = error instanceof Error ? error : new Error('not an error');
  const code = error instanceof Refusal ? error.problem.code : 'code' in fault ? fault.code : null;
  return {
    reference: randomUUID(),
    name: fault.name,
    code: typeof code === 'string' ? code : null,
    at: (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')),
  };
}

/** Sends the answer to whatever was thrown. A fault we do not know becomes a 500 with a reference. */
export function answerFault(
  error: unknown,
  reply: FastifyReply,
  words: Words,
  log: (fault: Fault) => void,
): FastifyReply {
  const known =
    error instanceof Refusal
      ? error.problem
      : error instanceof Error
        ? frameworkProblem(error as FastifyError, reply.request.routeOptions.bodyLimit ?? BODY_LIMIT)
        : null;
  if (known !== null) return answerProblem(known, reply, words);
  const fault = faultOf(error);
  log(fault);
  return send(detailsOf(problem('internal-fault', { reference: fault.reference }), words), reply);
}

export function answerProblem(p: Problem, reply: FastifyReply, words: Words): FastifyReply {
  if (statusFor(p.code) === 429) reply.header('retry-after', String(p.facts.seconds));
  if (p.code === 'method-not-allowed') reply.header('allow', String(p.facts.allowed));
  return send(detailsOf(p, words), reply);
}

function send(details: ProblemDetails, reply: FastifyReply): FastifyReply {
  return reply
    .code(details.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(details));
}

/**
 * Answers what is not even HTTP, or comes too slowly: there is no request then and no reply, only the socket. 408 and 431
 * are what RFC 9110 and RFC 6585 have for these.
 */
export function answerSocket(error: Error & { readonly code?: string }, socket: Duplex, words: Words): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const body = JSON.stringify(detailsOf(problem('request-unreadable'), words, status));
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}
