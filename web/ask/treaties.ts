/** What states are to the four treaties, as /api/treaties says it. */
import { queryOptions } from '@tanstack/react-query';
import type { Certainty } from '@tilth/domain/evidence/certainty';
import type { Binds, ForbiddenAct, ForbiddenCase } from '@tilth/domain/treaty/prohibitions';
import type { TreatyStatus } from '@tilth/domain/treaty/status-on';
import type { TreatyName } from '@tilth/domain/treaty/treaty-rules';
import type { Stamp } from './answers.ts';
import { ask } from './ask.ts';
import type { Times } from './questions.ts';

export type { Binds, TreatyName, TreatyStatus };

/** A day as somebody tells it; `from` null: any day up to `to`. */
export interface Told {
  readonly from: string | null;
  readonly to: string;
  readonly typed?: string;
  readonly by: { readonly item?: string; readonly name?: string };
  readonly source: string;
  readonly item: string;
}

export interface ToldAct {
  /** signature, consent, provisional, entry, notice, effect, suspension, other, not-done */
  readonly class: string;
  /** what it was, a code of treaty-act-type, by who says so */
  readonly types: readonly {
    readonly code: string;
    readonly by: Told['by'];
    /** of what was not done: how it is said */
    readonly certainty?: Certainty;
  }[];
  readonly days: readonly Told[];
  readonly told: readonly Told[];
  /** two readings of its day can't both be */
  readonly disputed: boolean;
  readonly contested: readonly string[];
}

export interface Follows {
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: 'rule' | 'without-conflict' | 'stated';
  /** who states it */
  readonly by?: Told['by'];
}

export interface TreatyState {
  readonly country: string | null;
  readonly named: string;
  readonly statuses: readonly TreatyStatus[];
  /** who tells what each of several statuses rests on; of an act by the day or by what it was */
  readonly held: readonly {
    readonly status: TreatyStatus;
    readonly act: string;
    readonly by: Told['by'];
    readonly source: string;
  }[];
  readonly how: readonly string[];
  readonly in_force: readonly Follows[];
  readonly leaves: readonly Follows[];
  readonly disputed: boolean;
  readonly acts: readonly ToldAct[];
}

interface Head {
  readonly stamp: Stamp;
  readonly pending: number;
  readonly unplaced: number;
}

/** Every state on record under one treaty, and how many of each status. */
export interface TreatyList extends Head {
  readonly treaty: TreatyName;
  readonly in_force: number;
  readonly counts: Readonly<Record<TreatyStatus | 'open', number>>;
  readonly disputed: number;
  readonly states: readonly TreatyState[];
  /** under names that are on no list, in no figure */
  readonly unlisted: readonly TreatyState[];
}

export interface TreatyDecision {
  readonly item: string;
  readonly types: readonly string[];
  readonly articles: readonly string[];
  readonly decided: readonly Told[];
  readonly deadline: readonly Told[];
  readonly decided_by: string | null;
  readonly objector: string | null;
  readonly about: string | null;
}

export interface UnderTreaty {
  readonly treaty: TreatyName;
  readonly under: TreatyState | null;
  readonly binds: Binds;
  readonly forbids: readonly {
    readonly act: ForbiddenAct;
    readonly article: string;
    readonly of: ForbiddenCase | null;
    readonly how: 'never' | 'unless';
    readonly exceptions: readonly string[];
  }[];
  readonly calendar: {
    readonly deadlines: readonly {
      readonly duty: 'stockpile-destruction' | 'clearance';
      readonly article: string;
      readonly days: readonly string[];
      readonly before: readonly string[];
      readonly state: 'ahead' | 'passed' | 'completed' | null;
    }[];
    readonly reports: {
      readonly article: string;
      readonly last: readonly string[];
      readonly next: readonly string[];
    };
  } | null;
  readonly decisions: readonly TreatyDecision[];
}

export interface StatePage extends Head {
  readonly country: string;
  readonly treaties: readonly UnderTreaty[];
}

export function treatyQuestion(programme: string, treaty: TreatyName, { at, known }: Times) {
  return queryOptions({
    queryKey: ['treaties', programme, at, known, treaty],
    queryFn: ({ signal }) => ask<TreatyList>(`/api/treaties/${treaty}`, { programme, at, known }, signal),
  });
}

export function stateQuestion(programme: string, country: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['treaties', programme, at, known, 'state', country],
    queryFn: ({ signal }) =>
      ask<StatePage>(`/api/treaties/states/${country}`, { programme, at, known }, signal),
  });
}
