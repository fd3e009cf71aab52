/**
 * Every refusal and every finding of the system is a problem: a code in words and the facts of the case.
 * Rules return problems; they never throw them and never write sentences. Only `words` knows sentences, only the server
 * knows HTTP. `facts` never holds a personal value (law 9): a problem may be logged and sent.
 */
import type { problems } from './problems.ts';

export type Code = keyof typeof problems;
export type Fact = string | number | boolean | null | readonly (string | number)[];
export interface Problem {
  readonly code: Code;
  readonly facts: Readonly<Record<string, Fact>>;
}

export function problem(code: Code, facts: Readonly<Record<string, Fact>> = {}): Problem {
  return { code, facts };
}

export function isProblem(x: unknown): x is Problem {
  return typeof x === 'object' && x !== null && 'code' in x && 'facts' in x;
}

/** How the outer shelves (store, formats, server, cli) carry a problem up their own stack. Rules in `domain` never throw it. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(p: Problem, options?: ErrorOptions) {
    super(p.code, options);
    this.problem = p;
  }
}
