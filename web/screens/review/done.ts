/**
 * What has just been decided here, for a while, so that it can be taken back; and the run of approvals under way, which goes
 * on while its reviewer looks at something else.
 */

import type { ManyApproved } from '@tilth/domain/report/queue';
import { useSyncExternalStore } from 'react';
import { approveMany, type QueueFilter } from '../../ask/queue.ts';
import type { Verdict } from '../../record/decide.ts';

export interface Done {
  readonly programme: string;
  readonly verdict: Verdict;
  readonly reports: number;
  readonly decisions: readonly string[];
}

export interface Run {
  readonly programme: string;
  readonly state: 'running' | 'stopped' | 'done' | 'failed';
  readonly done: number;
  readonly of: number;
  readonly fault: unknown;
}

/** Milliseconds for which taking back is offered; later it is done from the item's history. */
const OFFERED = 5 * 60_000;

interface State {
  readonly done: readonly Done[];
  readonly run: Run | null;
}

let state: State = { done: [], run: null };
let stopping = false;
const listeners = new Set<() => void>();

function set(change: Partial<State>): void {
  state = { ...state, ...change };
  for (const tell of listeners) tell();
}

export function useDone(): State {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => state,
  );
}

export function noteDone(one: Done): void {
  set({ done: [...state.done, one] });
  setTimeout(() => forget(one), OFFERED);
}

export function forget(one: Done): void {
  set({ done: state.done.filter((d) => d !== one) });
}

export function stopRun(): void {
  stopping = true;
}

export function clearRun(): void {
  set({ run: null });
}

interface Wish {
  readonly programme: string;
  readonly filter: QueueFilter;
  readonly up_to: number;
  readonly reason: string;
  readonly plan: ManyApproved;
  /** called after each batch */
  readonly moved: () => void;
}

/** Approves batch after batch until all are done, it is stopped or one fails; what was done can be taken back as one. */
export async function runApprovals({ plan, moved, ...many }: Wish): Promise<void> {
  const { programme } = many;
  stopping = false;
  let done = 0;
  const decisions: string[] = [];
  const say = (how: Run['state'], fault: unknown = null) =>
    set({ run: { programme, state: how, done, of: plan.reports, fault } });
  say('running');
  try {
    for (const { from, to } of plan.batches) {
      if (stopping) break;
      const answer = await approveMany({ ...many, batch: { from, to } });
      done += answer?.reports ?? 0;
      decisions.push(...(answer?.decisions.map((d) => d.id) ?? []));
      say('running');
      moved();
    }
    say(stopping ? 'stopped' : 'done');
  } catch (error) {
    say('failed', error);
  }
  if (decisions.length > 0) noteDone({ programme, verdict: 'approve', reports: done, decisions });
}
