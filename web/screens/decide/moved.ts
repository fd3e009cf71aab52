import type { QueryClient } from '@tanstack/react-query';

const stays: ReadonlySet<unknown> = new Set(['kinds', 'me', 'file', 'preview']);

/**
 * After something was decided every answer may be another, but for who one is and what kinds there are; and a preview, which
 * has done its work: what was just decided can't be decided again.
 */
export function askAnew(client: QueryClient): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [topic] }) => !stays.has(topic),
  });
}
