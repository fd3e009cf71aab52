/**
 * The one table from what a database or disk reports (SQLSTATE, or the operating system's errno) to a problem. What is
 * not in it is a fault of ours and goes up as it is.
 */
import { type Code, type Problem, problem, Refusal } from '@tilth/domain/problem';

const exact: Readonly<Record<string, Code>> = {
  // the database is not there or goes away
  ECONNREFUSED: 'database-down',
  ECONNRESET: 'database-down',
  ENOTFOUND: 'database-down',
  EAI_AGAIN: 'database-down',
  ETIMEDOUT: 'database-down',
  EPIPE: 'database-down',
  EHOSTUNREACH: 'database-down',
  '57P01': 'database-down',
  '57P02': 'database-down',
  '57P03': 'database-down',
  '53300': 'database-busy',
  // it can't write
  '25006': 'database-read-only',
  EROFS: 'database-read-only',
  EACCES: 'database-read-only',
  EPERM: 'database-read-only',
  '53100': 'disk-full',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  '53200': 'memory-full',
  // it can't just now
  '40001': 'database-busy',
  '40P01': 'database-busy',
  '55P03': 'database-busy',
  '57014': 'database-busy',
  // it is not ours, or not for us
  '3D000': 'database-missing',
  ENOTDIR: 'database-missing',
  EEXIST: 'database-missing',
  '28P01': 'database-login',
  '28000': 'database-login',
  '42501': 'database-forbids',
  '22021': 'text-not-unicode',
  '22P05': 'text-not-unicode',
};

/** A whole class of SQLSTATEs: connection failures and damage. */
const classes: Readonly<Record<string, Code>> = { '08': 'database-down', XX: 'database-damaged' };

/** The problem behind a driver's error, or null when it is none of those known. `facts` hold codes, never row content. */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof Error)) return null;
  const state = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const code = exact[state] ?? (/^[0-9A-Z]{5}$/.test(state) ? classes[state.slice(0, 2)] : undefined);
  if (code === 'text-not-unicode') return problem(code, { where: 'text' });
  if (code) return problem(code, { state });
  if (error instanceof AggregateError) {
    return error.errors.map(problemOf).find((p) => p !== null) ?? null;
  }
  if (/^Connection terminated|^Client has encountered a connection error/.test(error.message)) {
    return problem('database-down', { state: 'closed' });
  }
  return null;
}

/** Throws the error as a `Refusal` where the table knows it, else as it is. */
export function refuse(error: unknown): never {
  if (error instanceof Refusal) throw error;
  const found = problemOf(error);
  if (found) throw new Refusal(found, { cause: error });
  throw error;
}
