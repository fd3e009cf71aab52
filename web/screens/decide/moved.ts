import type { QueryClient } from '@tanstack/react-query';

/** After something was decided every answer may be another, but for who one is and what kinds there are. */
export function askAnew(client: QueryClient): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [topic] }) => topic !== 'kinds' && topic !== 'me' && topic !== 'file',
  });
}
