/** Saved lists: one's own, and those shared in the programme. */
import { queryOptions } from '@tanstack/react-query';
import { addressOf, ask, tell } from './ask.ts';

export interface SavedView {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly shared: boolean;
  readonly own: boolean;
  readonly may_change: boolean;
  readonly asked: {
    readonly filter?: string;
    readonly within?: string;
    readonly q?: string;
    readonly sort?: string;
    /** parted by commas */
    readonly columns?: string;
  };
}

export function viewsQuestion(programme: string) {
  return queryOptions({
    queryKey: ['views', programme],
    queryFn: ({ signal }) => ask<{ views: readonly SavedView[] }>('/api/views', { programme }, signal),
    select: (answer) => answer.views,
  });
}

/** Saves it, or changes the one of this id. */
export async function saveView(
  programme: string,
  { id, kind, name, shared, asked }: Omit<SavedView, 'own' | 'may_change'>,
): Promise<void> {
  await tell('POST', '/api/views', { programme, id, kind, name, shared, asked });
}

export async function dropView(programme: string, id: string): Promise<void> {
  await tell('DELETE', addressOf(`/api/views/${id}`, { programme }));
}
