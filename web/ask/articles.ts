/** Articles brought in to be read: the room, one with its text and what it seems to claim, and how far somebody has come. */
import { queryOptions } from '@tanstack/react-query';
import type { Description } from '@tilth/domain/evidence/description';
import type { Suggestion } from '@tilth/domain/evidence/suggestion';
import type { Sensitivity } from './answers.ts';
import { ask, tell } from './ask.ts';

export interface ArticleRow extends Description {
  readonly digest: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sensitivity: Sensitivity;
  readonly received: string;
  readonly state: 'new' | 'reading' | 'finished';
}

export interface NearDuplicate {
  readonly digest: string;
  readonly title: string | null;
  readonly publisher: string;
  readonly original_publisher: string | null;
  readonly published: string | null;
  /** how much of the two texts is the same, 0 to 1 */
  readonly alike: number;
}

export interface Notice {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface ArticlePage extends ArticleRow {
  readonly text_digest: string;
  readonly text: string;
  readonly notices: readonly Notice[];
  readonly near_duplicates: readonly NearDuplicate[];
  readonly voice: { readonly name: string; readonly because: string };
  readonly suggestions: readonly Suggestion[];
}

/** Articles asked for at once; who has more goes on from the last. */
const MOST = 200;

export function articlesQuestion(programme: string) {
  return queryOptions({
    queryKey: ['articles', programme],
    queryFn: ({ signal }) =>
      ask<{ articles: readonly ArticleRow[] }>('/api/articles', { programme, limit: MOST }, signal),
    select: (answer) => answer.articles,
  });
}

export function articleQuestion(programme: string, digest: string) {
  return queryOptions({
    queryKey: ['articles', programme, digest],
    queryFn: ({ signal }) => ask<ArticlePage>(`/api/articles/${digest}`, { programme }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What is said of an article besides its words; empty fields are left out. */
export interface NewArticle {
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly author: string;
  readonly original_publisher: string;
  readonly relays: readonly string[];
  readonly language: string;
  readonly address: string;
}

type Given =
  | { readonly text: string }
  | { readonly file: { readonly base64: string; readonly media_type?: string } };

export async function bringArticle(programme: string, given: Given, said: NewArticle): Promise<string> {
  const { relays, ...lines } = said;
  const stated = Object.entries(lines).flatMap(([name, value]) =>
    value.trim() === '' ? [] : [[name, value.trim()] as const],
  );
  const answer = await tell<{ digest: string }>('POST', '/api/articles', {
    programme,
    ...given,
    ...Object.fromEntries(stated),
    ...(relays.length > 0 && { relays }),
  });
  return answer?.digest ?? '';
}

export async function markReading(
  programme: string,
  digest: string,
  state: 'reading' | 'finished',
): Promise<void> {
  await tell('POST', `/api/articles/${digest}/reading`, { programme, state });
}
