/**
 * From a problem to an HTTP answer: RFC 9457 problem details with our code. The one table from the class of a problem to
 * a status stands here; nothing else in the server chooses a status for a failure.
 */
import { randomUUID } from 'node:crypto';
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import { type ProblemClass, problems } from '@tilth/domain/problems';
import { say } from '@tilth/domain/say';
import type { FastifyError, FastifyReply } from 'fastify';

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

/** An RFC 9457 document. `facts` hold no personal value (law 9), so neither does `detail`. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly facts: Problem['facts'];
}

export function detailsOf(
  p: Problem,
  words: Words,
  status = statusOf[problems[p.code].class],
): ProblemDetails {
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
function frameworkProblem(error: FastifyError): Problem | null {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return problem('body-too-large', { limit: 10_485_760 });
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return problem('media-type-unsupported', { accepted: 'application/json' });
  const status = error.statusCode ?? 500;
  if (status === 403 || status === 404) return problem('address-unknown');
  return status >= 400 && status < 500 ? problem('request-unreadable') : null;
}

/**
 * Sends the answer to whatever was thrown. A fault we do not know becomes a 500 with a reference; the log gets the
 * reference, the kind of fault and where in the code, never its message: database messages quote values (law 9).
 */
export function answerFault(
  error: unknown,
  reply: FastifyReply,
  words: Words,
  log: (fault: { reference: string; name: string; code: string | null; at: readonly string[] }) => void,
): FastifyReply {
  const known =
    error instanceof Refusal
      ? error.problem
      : error instanceof Error
        ? frameworkProblem(error as FastifyError)
        : null;
  if (known !== null) return answerProblem(known, reply, words);
  const reference = randomUUID();
  const fault = error instanceof Error ? error : new Error('not an error');
  log({
    reference,
    name: fault.name,
    code: 'code' in fault && typeof fault.code === 'string' ? fault.code : null,
    at: (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')),
  });
  return send(detailsOf(problem('internal-fault', { reference }), words, 500), reply);
}

export function answerProblem(p: Problem, reply: FastifyReply, words: Words): FastifyReply {
  if (p.code === 'too-many-attempts') reply.header('retry-after', String(p.facts.seconds));
  return send(detailsOf(p, words), reply);
}

function send(details: ProblemDetails, reply: FastifyReply): FastifyReply {
  return reply
    .code(details.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(details));
}
