/** What a programme has set for itself: its rules with who set them, and who works in it. For administrators. */

import { queryOptions } from '@tanstack/react-query';
import type { Rule } from '@tilth/domain/report/entry';
import type { Id, Ref, Role } from './answers.ts';
import { ask, tell } from './ask.ts';

export interface Ruled {
  readonly ref: Ref;
  readonly number: number;
  readonly instant: string;
  readonly rule: Rule;
}

export interface Colleague {
  readonly id: Id;
  readonly name: string;
  readonly role: Role;
}

export interface Settings {
  readonly programme: string;
  /** in order of receipt */
  readonly rules: readonly Ruled[];
  readonly people: readonly Colleague[];
}

/** As it is now: what holds is asked for at the moment it is changed. */
export function settingsQuestion(programme: string) {
  return queryOptions({
    queryKey: ['settings', programme],
    queryFn: ({ signal }) => ask<Settings>('/api/settings', { programme }, signal),
  });
}

export async function sendRule(rule: Rule): Promise<void> {
  await tell('POST', '/api/rules', { programme: rule.programme, rules: [rule] });
}

/** Gives a person a role, making the account where there is none; with `link` a one-time address that signs them in. */
export async function giveRole(wish: {
  readonly programme: string;
  readonly name: string;
  readonly role: Role;
  readonly link: boolean;
}): Promise<string | null> {
  const answer = await tell<{ readonly link: string | null }>('POST', '/api/people', wish);
  return answer?.link ?? null;
}

/** The local id a new item would get by the programme's pattern; null without one. Asked anew each time a form opens. */
export function nextNumberQuestion(programme: string, kind: string) {
  return queryOptions({
    queryKey: ['next-number', programme, kind],
    queryFn: ({ signal }) =>
      ask<{ readonly number: string | null }>('/api/next-number', { programme, kind }, signal),
    select: (answer) => answer.number,
    staleTime: 0,
  });
}
