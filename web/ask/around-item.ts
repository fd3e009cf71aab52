/** What stands around an item: what each entry changed, the records it is linked with, and the files it rests on. */
import { queryOptions } from '@tanstack/react-query';
import type { Difference } from '@tilth/domain/report/differences';
import type { ItemView, Row, Sensitivity, Stamp } from './answers.ts';
import { addressOf, ask, Refused } from './ask.ts';
import type { Times } from './questions.ts';

export interface Changed {
  readonly number: number;
  readonly properties: readonly Difference[];
  readonly standing: {
    readonly before: ItemView['standing'] | null;
    readonly after: ItemView['standing'] | null;
  };
  /** what is drawn, m² */
  readonly m2: { readonly before: number | null; readonly after: number | null };
  readonly joined: { readonly before: number; readonly after: number };
}

/** Keyed under the item, so that a decision asks it anew. */
export function changesQuestion(programme: string, kind: string, id: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['item', programme, kind, id, at, known, 'changes'],
    queryFn: ({ signal }) =>
      ask<{ stamp: Stamp; changes: readonly Changed[]; untold: number }>(
        `/api/${kind}/${encodeURIComponent(id)}/changes`,
        { programme, at, known },
        signal,
      ),
  });
}

export interface LinkGroup {
  readonly kind: string;
  readonly property: string;
  readonly way: 'out' | 'in';
  readonly matched: number;
  /** the first fifty */
  readonly rows: readonly Row[];
}

export function linksQuestion(programme: string, kind: string, id: string, { at, known }: Times) {
  return queryOptions({
    queryKey: ['item', programme, kind, id, at, known, 'links'],
    queryFn: ({ signal }) =>
      ask<{
        stamp: Stamp;
        groups: readonly LinkGroup[];
        unfound: readonly { readonly property: string; readonly key: string }[];
      }>(`/api/${kind}/${encodeURIComponent(id)}/links`, { programme, at, known }, signal),
  });
}

export interface AboutFile {
  /** as its sender named it: never relied on */
  readonly media_type: string;
  readonly name: string;
  readonly bytes: number;
  readonly sensitivity: Sensitivity;
  readonly received: string;
}

/** Null where its bytes are not there any more, or not for this reader. */
export function fileQuestion(programme: string, digest: string) {
  return queryOptions({
    queryKey: ['file', programme, digest],
    queryFn: async ({ signal }) => {
      try {
        return await ask<AboutFile>(`/api/captures/${digest}/about`, { programme }, signal);
      } catch (error) {
        if (error instanceof Refused && error.problem.code === 'capture-unknown') return null;
        throw error;
      }
    },
    staleTime: 5 * 60_000,
    retry: false,
  });
}

/** Where the bytes leave as a file to be saved. */
export function fileAddress(programme: string, digest: string): string {
  return addressOf(`/api/captures/${digest}`, { programme });
}

/** The bytes themselves, kept for the session: they never change. */
export function bytesQuestion(programme: string, digest: string) {
  return queryOptions({
    queryKey: ['file', programme, digest, 'bytes'],
    queryFn: async ({ signal }) => {
      const answer = await fetch(fileAddress(programme, digest), { signal, credentials: 'same-origin' });
      if (!answer.ok)
        throw new Refused({ code: 'capture-unknown', facts: {}, sentence: null, status: answer.status });
      return new Uint8Array(await answer.arrayBuffer());
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
